import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { addDays, addMonths, dayIn } from '#platform/clock/day.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { approve, approvedPiece, write } from '#test/support/approved-piece.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { carryDispatch } from '#domains/channels/index.ts';
import { expirePieces, askForReviews } from './expiry.ts';
import { classifyPiece } from './classes.ts';
import { getPiece } from './pieces.ts';
import { previewPiece } from './publication-desk.ts';
import { writeRendition } from './renditions.ts';
import { publishNow, schedulePiece, setTerms, unschedulePiece } from './scheduling.ts';
import { askForExpiries, askedTerm, renewTerm } from './terms-asked.ts';
import { withdrawPiece } from './withdrawal.ts';

let now = new Date('2026-11-21T15:00:00Z');
const house: OpenHouse = await openTestHouse({ clock: () => now });
let cast: Cast;
beforeAll(async () => {
  cast = await seatCast(house);
});
const db = house.app.database.primary;
const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const dayOf = (at: Date) => dayIn(at, 'America/Bogota');
const head = () => cast.as('marcela');
const stateOf = async (id: number) => (await getPiece(head(), id)).state;
const outOf = async (id: number) =>
  db
    .selectFrom('publications')
    .select(['channel', 'state', 'title', 'in_public', 'published_at', 'updated_at'])
    .where('piece_id', '=', id)
    .orderBy('dispatch_id')
    .execute();
const told = async (name: string, id: number) =>
  (
    await db.selectFrom('events').select(['payload']).where('name', '=', name).where('subject_id', '=', String(id)).orderBy('id').execute()
  ).map(({ payload }) => payload as Record<string, unknown>);

describe('what goes out', () => {
  test('is what was approved, at its minute, by each channel once', async () => {
    const { id } = await approvedPiece(house, cast, { dueOn: '2026-11-21' });
    accepted(await schedulePiece(head(), { piece: id, channels: ['pagina-web', 'intranet'], at: '2026-11-21T10:05' }));
    expect(await stateOf(id)).toBe('scheduled');
    await house.settle();
    expect(await outOf(id)).toEqual([]);
    pass(5);
    await house.settle();
    expect((await outOf(id)).map(({ channel, state, in_public: open }) => [channel, state, open])).toEqual([
      ['pagina-web', 'out', true],
      ['intranet', 'out', false],
    ]);
    expect(await stateOf(id)).toBe('published');
    const published = await told('piece.published', id);
    expect(published.filter(({ first }) => first)).toHaveLength(1);
    expect(published.toSorted((one, other) => String(one['channel']).localeCompare(String(other['channel'])))).toMatchObject([
      { channel: 'intranet' },
      { channel: 'pagina-web', class: 'digital', kind: 'news', unit: cast.units.prensa, onTime: true, daysFromDraft: 0 },
    ]);
  });

  test('must be approved by another, as it stands now', async () => {
    const { id } = await approvedPiece(house, cast);
    accepted(await schedulePiece(head(), { piece: id, channels: ['pagina-web'], at: '2026-11-22T10:00' }));
    await write(cast, id, { texts: ['Otra cosa.'] });
    expect(await publishNow(head(), { piece: id, channels: ['pagina-web'] })).toMatchObject({ refused: 'piece.not_approved' });
    await house.settle();
    expect([await stateOf(id), await outOf(id)]).toEqual(['draft', []]);
    const states = await sql<{ state: string }>`select state from dispatches where source_id = ${String(id)}`.execute(db);
    expect(states.rows).toEqual([{ state: 'cancelled' }]);
  });

  test('goes by no channel that its class or its kind does not let it', async () => {
    const { id } = await approvedPiece(house, cast, { class: 'internal' });
    const refused = await publishNow(head(), { piece: id, channels: ['intranet', 'pagina-web'] });
    expect(refused).toMatchObject({ refused: 'piece.internal_only', details: { channel: 'Portal', who: 'Nidia Arrieta' } });
    expect(await publishNow(head(), { piece: id, channels: ['correo-interno'] })).toMatchObject({ refused: 'piece.not_by_channel' });
    expect(await publishNow(head(), { piece: id, channels: [] })).toMatchObject({ refused: 'dispatch.no_channel' });
    accepted(await publishNow(head(), { piece: id, channels: ['intranet'] }));
  });

  test('does not go before its embargo, in the past, or after its last day', async () => {
    const { id } = await approvedPiece(house, cast);
    accepted(await setTerms(head(), { piece: id, embargoUntil: '2026-11-23T06:00', expiresOn: '2026-11-30', reviewOn: null }));
    const at = (moment: string) => schedulePiece(head(), { piece: id, channels: ['pagina-web'], at: moment });
    expect(await at('2026-11-23T05:59')).toMatchObject({ refused: 'piece.embargoed' });
    expect(await at('2026-11-20T05:59')).toMatchObject({ refused: 'piece.moment_past' });
    expect(await at('2026-12-01T05:59')).toMatchObject({ refused: 'piece.expires_before' });
    accepted(await at('2026-11-23T06:00'));
    expect(await setTerms(head(), { piece: id, embargoUntil: '2026-11-24T06:00', expiresOn: null, reviewOn: null })).toMatchObject({
      refused: 'piece.scheduled_before_embargo',
    });
  });

  test('may only be sent out by who holds that right', async () => {
    const { id } = await approvedPiece(house, cast);
    for (const player of ['nidia', 'rosa', 'diego', 'carmen', 'esteban'] as const)
      await expect(publishNow(cast.as(player), { piece: id, channels: ['pagina-web'] })).rejects.toThrow('not allowed');
  });

  test('can be taken off the schedule', async () => {
    const { id } = await approvedPiece(house, cast);
    accepted(await schedulePiece(head(), { piece: id, channels: ['pagina-web'], at: '2026-11-22T10:00' }));
    accepted(await unschedulePiece(head(), { piece: id }));
    await house.settle();
    expect(await stateOf(id)).toBe('approved');
    expect(await unschedulePiece(head(), { piece: id })).toMatchObject({ refused: 'piece.not_scheduled' });
  });

  test('is previewed as it will leave, also the words that each network has of its own', async () => {
    const { id } = await approvedPiece(house, cast, { kind: 'social_post', fields: { network: 'x', post: 'Agua desde mañana.' } });
    expect((await previewPiece(cast.as('julian'), id, 'redes-sociales')).shown.text).toBe('Agua desde mañana.');
    const poster = await approvedPiece(house, cast, { kind: 'poster', title: 'Agua', fields: { lead: 'Desde mañana.', size: 'a4' } });
    const words = { title: '', lead: '', greeting: '', text: '', x: 'Hay agua.', facebook: '', instagram: '', linkedin: '' };
    accepted(await writeRendition(cast.as('julian'), { piece: poster.id, channel: 'redes-sociales', revision: 0, ...words }));
    const { text } = (await previewPiece(cast.as('julian'), poster.id, 'redes-sociales')).shown;
    expect(text).toContain('X\n\nHay agua.');
    expect(text).toContain('Facebook\n\nAgua\n\nDesde mañana.');
  });

  test('by hand counts once somebody says that it left', async () => {
    const { id } = await approvedPiece(house, cast, { kind: 'poster', fields: { lead: 'Vacunas gratis', size: 'letter' } });
    const [dispatch] = accepted(await publishNow(head(), { piece: id, channels: ['carteleras'] })).dispatches;
    await house.settle();
    expect(await stateOf(id)).toBe('scheduled');
    accepted(await carryDispatch(head(), { dispatch: dispatch!, note: 'En el primer piso.' }));
    await house.settle();
    expect(await stateOf(id)).toBe('published');
  });
});

describe('what is out', () => {
  const out = async (title: string) => {
    const { id } = await approvedPiece(house, cast, { title });
    accepted(await publishNow(head(), { piece: id, channels: ['pagina-web'] }));
    await house.settle();
    // The house's own worker may have it under way.
    await expect.poll(() => stateOf(id)).toBe('published');
    return id;
  };

  test('stays while it is edited, and is replaced by what is approved next, with the day of the first', async () => {
    const id = await out('La primera');
    const [first] = await outOf(id);
    pass(60);
    await write(cast, id, { title: 'La segunda' });
    expect((await outOf(id)).map(({ title, state }) => [title, state])).toEqual([['La primera', 'out']]);
    await approve(house, cast, id);
    accepted(await publishNow(head(), { piece: id, channels: ['pagina-web'] }));
    await house.settle();
    const both = await outOf(id);
    expect(both.map(({ title, state, in_public: open }) => [title, state, open])).toEqual([
      ['La primera', 'replaced', false],
      ['La segunda', 'out', true],
    ]);
    expect([both[1]!.published_at, both[1]!.updated_at]).toEqual([first!.published_at, now]);
  });

  test('is withdrawn everywhere with a reason, and its class may change only then', async () => {
    const id = await out('Con un dato malo');
    expect(
      await classifyPiece(cast.as('nidia'), { piece: id, class: 'internal', basis: '', reason: '', since: null, until: null }),
    ).toMatchObject({ refused: 'piece.out_in_public' });
    await expect(sql`update pieces set class = 'internal' where id = ${id}`.execute(db)).rejects.toThrow(/publications_class_guard/);
    accepted(await withdrawPiece(head(), { piece: id, reason: 'La fecha estaba mal.' }));
    await house.settle();
    expect([await stateOf(id), (await outOf(id)).map(({ state, in_public: open }) => [state, open])]).toEqual([
      'withdrawn',
      [['withdrawn', false]],
    ]);
    expect(await withdrawPiece(head(), { piece: id, reason: 'La fecha estaba mal.' })).toMatchObject({ refused: 'piece.not_out' });
    accepted(await classifyPiece(cast.as('nidia'), { piece: id, class: 'internal', basis: '', reason: '', since: null, until: null }));
  });

  test('goes on when its owner says so, and nobody else without the right to publish', async () => {
    const id = await out('Vence el martes');
    expect(await renewTerm(cast.as('julian'), { piece: id })).toMatchObject({ refused: 'piece.asks_nothing' });
    const [day, year] = [addDays(dayOf(now), 2), addMonths(dayOf(now), 6)];
    accepted(await setTerms(head(), { piece: id, embargoUntil: null, expiresOn: null, reviewOn: dayOf(now) }));
    await expect(renewTerm(cast.as('rosa'), { piece: id })).rejects.toThrow(Forbidden);
    accepted(await renewTerm(cast.as('julian'), { piece: id }));
    expect((await getPiece(head(), id)).reviewOn).toBe(year);
    accepted(await setTerms(head(), { piece: id, embargoUntil: null, expiresOn: day, reviewOn: null }));
    expect((await askedTerm(cast.as('julian'), id)).asked).toEqual({ what: 'expiry', day, next: addMonths(day, 12) });
    accepted(await renewTerm(cast.as('julian'), { piece: id }));
    expect((await askedTerm(cast.as('julian'), id)).asked).toBeNull();
    const shown = await db.selectFrom('publications').select('expires_on').where('piece_id', '=', id).execute();
    expect(shown.map(({ expires_on }) => expires_on)).toEqual([addMonths(day, 12)]);
  });

  test('ends with its last day, and its owner is asked once to look at it on its day', async () => {
    const id = await out('Hasta mañana');
    accepted(await setTerms(head(), { piece: id, embargoUntil: null, expiresOn: '2026-11-22', reviewOn: '2026-11-22' }));
    pass(24 * 60);
    // A week before its last day its owner is asked once whether it goes on.
    expect([await askForExpiries(cast.as()), await askForExpiries(cast.as())]).toEqual([1, 0]);
    expect([await expirePieces(cast.as()), await askForReviews(cast.as()), await askForReviews(cast.as())]).toEqual([0, 1, 0]);
    pass(24 * 60);
    expect(await expirePieces(cast.as())).toBe(1);
    expect([await stateOf(id), (await outOf(id)).map(({ state }) => state)]).toEqual(['expired', ['expired']]);
    const notices = await db
      .selectFrom('notifications')
      .select(['kind'])
      .where('person_id', '=', cast.people.julian)
      .where('subject_id', '=', String(id))
      .orderBy('id')
      .execute();
    expect(notices.map(({ kind }) => kind)).toEqual(['piece.expiring', 'piece.review_due', 'piece.expired']);
  });
});
