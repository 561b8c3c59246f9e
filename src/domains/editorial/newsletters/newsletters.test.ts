import { beforeAll, describe, expect, test } from 'vitest';
import { accepted } from '#platform/refusal.ts';
import { approve, approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { editPieceDetails } from '../piece-details.ts';
import { getPiece } from '../pieces.ts';
import { pieceDetailsInput } from '../pieces.input.ts';
import { publishNow, setTerms } from '../scheduling.ts';
import { newSlotInput } from '../slots.input.ts';
import { openSlot } from '../slots.ts';
import { termsInput } from '../publishing.input.ts';
import { newsletterInput } from './newsletters.input.ts';
import { editNewsletter, newsletterDesk, proposeNewsletters } from './newsletters.ts';

let now = new Date('2026-11-10T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const db = house.app.database.primary;
let cast: Cast;
let slot: number;
const at = (moment: string) => {
  now = new Date(moment);
};

async function out(title: string, more: { segments?: string[]; expiresOn?: string; line?: string } = {}): Promise<number> {
  const { id } = await approvedPiece(house, cast, { title, fields: { lead: `Resumen de ${title}.` } });
  const piece = await getPiece(cast.as('julian'), id);
  accepted(
    await editPieceDetails(
      cast.as('julian'),
      pieceDetailsInput.parse({ ...piece, piece: id, segments: more.segments ?? [], line: more.line ?? '', slot: '', slotDay: '' }),
    ),
  );
  if (more.expiresOn) accepted(await setTerms(cast.as('marcela'), termsInput.parse({ piece: id, expiresOn: more.expiresOn })));
  accepted(await publishNow(cast.as('marcela'), { piece: id, channels: ['pagina-web'] }));
  await house.settle();
  return id;
}

beforeAll(async () => {
  cast = await seatCast(house);
  slot = accepted(
    await openSlot(
      cast.as('marcela'),
      newSlotInput.parse({
        name: 'Puerto al día',
        kind: 'newsletter',
        recurrence: 'monthly',
        startsOn: '2026-11-25',
        unit: cast.units.prensa,
        owner: cast.people.julian,
        segments: ['ciudadania'],
      }),
    ),
  ).id;
}, 60_000);

const proposed = async () => {
  const row = await db
    .selectFrom('pieces')
    .select('id')
    .where('slot_id', '=', slot)
    .orderBy('slot_day', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
};
const desk = async (id: number) => (await newsletterDesk(cast.as('julian'), id))!;
const told = async (id: number) => (await desk(id)).stories.map(({ headline }) => headline);
const edit = async (id: number, given: Record<string, string>) => {
  const { revision } = await getPiece(cast.as('julian'), id);
  return editNewsletter(cast.as('julian'), newsletterInput.parse({ piece: id, revision, ...given }));
};

describe('a newsletter', () => {
  let first: number;
  let pieces: Record<string, number>;

  test('proposes itself some days before it is due, once, with what came out for its people in the order of the rule', async () => {
    pieces = {
      nueva: await out('Ya hay ciclorruta'),
      prensa: await out('Para periodistas', { segments: ['prensa'] }),
      audiencia: await out('Pregúntele a la alcaldesa', { line: 'participation' }),
      predial: await out('Último día del descuento', { expiresOn: '2026-11-30', segments: ['ciudadania'] }),
      vieja: await out('Cierra antes', { expiresOn: '2026-11-20' }),
    };
    at('2026-11-19T15:00:00Z');
    expect(await proposeNewsletters(cast.as())).toBe(0);
    at('2026-11-20T15:00:00Z');
    expect(await proposeNewsletters(cast.as())).toBe(1);
    expect(await proposeNewsletters(cast.as())).toBe(0);
    first = await proposed();
    expect(await told(first)).toEqual(['Último día del descuento', 'Pregúntele a la alcaldesa', 'Ya hay ciclorruta']);
    const piece = await getPiece(cast.as('julian'), first);
    expect(piece).toMatchObject({
      title: 'Puerto al día, noviembre de 2026',
      segments: ['ciudadania'],
      slotDay: '2026-11-25',
      state: 'draft',
    });
    expect(piece.fields.number).toBe('1');
  });

  test('tells whoever answers for its slot', async () => {
    const notices = await db.selectFrom('notifications').selectAll().where('kind', '=', 'piece.proposed').execute();
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ person_id: cast.people.julian, path: `/workspace/pieces/${first}/newsletter` });
  });

  test('is edited by form: words, order, what is left out and what is taken in', async () => {
    accepted(await edit(first, { intent: `first:${pieces.nueva}`, [`headline.${pieces.nueva}`]: 'Del muelle al mercado en bicicleta' }));
    accepted(await edit(first, { intent: `leave:${pieces.predial}`, lead: 'La ciclorruta y una audiencia.' }));
    expect(await told(first)).toEqual(['Del muelle al mercado en bicicleta', 'Pregúntele a la alcaldesa']);
    expect((await desk(first)).left.map(({ title }) => title)).toEqual(['Último día del descuento']);
    accepted(await edit(first, { intent: `take:${pieces.predial}` }));
    expect((await desk(first)).left).toEqual([]);
    const { fields, text } = await getPiece(cast.as('julian'), first);
    expect(fields.lead).toBe('La ciclorruta y una audiencia.');
    expect(text).toContain('También');
  });

  test('is content: an edit of an approved one ends its approval', async () => {
    const before = await approve(house, cast, first);
    accepted(await edit(first, { intent: `down:${pieces.nueva}` }));
    const after = await getPiece(cast.as('julian'), first);
    expect(after.state).toBe('draft');
    expect(after.sha256).not.toBe(before.sha256);
  });

  test('that somebody saved since is not written over', async () => {
    const answer = await editNewsletter(
      cast.as('julian'),
      newsletterInput.parse({ piece: first, revision: 1, intent: 'keep', [`headline.${pieces.nueva}`]: 'Otro' }),
    );
    expect(answer).toMatchObject({ refused: 'form.stale' });
  });

  test('of the next month tells what came out since, and nothing twice', async () => {
    at('2026-12-02T15:00:00Z');
    await out('Nuevo pico y placa');
    at('2026-12-21T15:00:00Z');
    expect(await proposeNewsletters(cast.as())).toBe(1);
    const second = await proposed();
    expect(await told(second)).toEqual(['Nuevo pico y placa']);
    expect((await getPiece(cast.as('julian'), second)).fields.number).toBe('2');
  });
});
