import { describe, expect, test } from 'vitest';
import { accepted } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { freshDatabase } from '#test/support/database.ts';
import type { Body } from './body.ts';
import { addComment, reopenComment, replyToComment, resolveComment } from './comments.ts';
import { decideStep } from './decisions.ts';
import { mentioned } from './mentions.ts';
import { findPassage, linesOf, replacePassage } from './passages.ts';
import { createPiece, getPiece, savePiece } from './pieces.ts';
import { newPieceInput, writtenPieceInput } from './pieces.input.ts';
import { reviewOf } from './reviewing.ts';
import { submitPiece, withdrawFromReview } from './submission.ts';
import { decideSuggestion, suggestChange } from './suggestions.ts';
import { keepPieceVersion, listPieceVersions, restorePieceVersion } from './versions.ts';
import { countWaitingReviews, waitingReviews } from './waiting.ts';

let now = new Date('2026-11-18T15:00:00Z');
const database = await freshDatabase();
const cast = await seatCast({ app: { database, clock: () => now, owed: () => [] } });

const fields = { number: '9', from: 'Prensa', to: 'Todos' };
const text = (words: string): Body => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { id: 'b1' },
      content: [
        { type: 'text', text: 'Hay que ' },
        { type: 'text', text: words, marks: [{ type: 'bold' }] },
      ],
    },
  ],
});
async function write(piece: number, words: string, by: Player = 'julian') {
  const { revision } = await getPiece(cast.as(by), piece);
  return savePiece(cast.as(by), writtenPieceInput.parse({ piece, revision, title: 'Vacunas', fields, body: text(words) }));
}
async function begin(): Promise<number> {
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'memo', title: 'Vacunas', unit: cast.units.prensa })),
  );
  accepted(await write(id, 'llevar el carné.'));
  return id;
}
const noticesOf = async (player: Player, kind: string) =>
  (
    await database.primary
      .selectFrom('notifications')
      .select('path')
      .where('person_id', '=', cast.people[player])
      .where('kind', '=', kind)
      .execute()
  ).map(({ path }) => path);

describe('comments', () => {
  test('on a passage, answered and closed; authors and whom an @ names are told', async () => {
    const piece = await begin();
    const { id } = accepted(
      await addComment(cast.as('marcela'), {
        piece,
        block: 'b1',
        quote: 'llevar el carné',
        text: '¿Y quien lo perdió? @Nidia Arrieta, ¿es obligatorio?',
      }),
    );
    expect(await noticesOf('julian', 'comment.written')).toEqual([`/workspace/pieces/${piece}/review#c${id}`]);
    expect(await noticesOf('nidia', 'comment.mentioned')).toEqual([`/workspace/pieces/${piece}/review#c${id}`]);
    accepted(await replyToComment(cast.as('julian'), { comment: id, text: 'También lo atienden.' }));
    expect(await noticesOf('marcela', 'comment.answered')).toHaveLength(1);
    accepted(await resolveComment(cast.as('marcela'), { comment: id }));
    expect(await resolveComment(cast.as('marcela'), { comment: id })).toMatchObject({ refused: 'comment.resolved_already' });
    const { comments } = await reviewOf(cast.as('julian'), piece);
    expect(comments.map(({ parent, resolvedByName }) => [parent, resolvedByName])).toEqual([
      [null, 'Marcela Ospina'],
      [id, null],
    ]);
    accepted(await reopenComment(cast.as('julian'), { comment: id }));
  });

  test('on words that are not there are refused', async () => {
    const piece = await begin();
    expect(await addComment(cast.as('marcela'), { piece, block: 'b1', quote: 'otra cosa', text: 'No.' })).toMatchObject({
      refused: 'comment.no_such_passage',
    });
    expect(await addComment(cast.as('marcela'), { piece, block: ':title', quote: 'Vacunas', text: 'Muy corto.' })).toHaveProperty('id');
  });

  test.each([
    ['@Rosa Elena Pautt, mire', ['rosa-elena']],
    ['@rosa.pautt mire', ['rosa-pautt']],
    ['@rosa mire', ['rosa-pautt']],
    ['escriba a prensa@rosa.pautt.co', []],
    ['@Rosario', []],
  ])('%s names %j', (said, whom) => {
    const people = [
      { id: 'rosa-pautt', name: 'Rosa Pautt', handle: 'rosa.pautt', near: true },
      { id: 'rosa-elena', name: 'Rosa Elena Pautt', handle: 'rosa.elena', near: false },
    ];
    expect(mentioned(said, people)).toEqual(whom);
  });
});

describe('suggestions', () => {
  test('taken, they are an edit, and whoever wrote the words does not approve them', async () => {
    const piece = await begin();
    const { id } = accepted(
      await suggestChange(cast.as('marcela'), {
        piece,
        block: 'b1',
        quote: 'llevar el carné',
        replacement: 'llevar la cédula',
        reason: '',
      }),
    );
    accepted(await decideSuggestion(cast.as('julian'), { suggestion: id, decision: 'accepted' }));
    const after = await getPiece(cast.as('julian'), piece);
    expect(after.body).toEqual(text('llevar la cédula.'));
    expect(await decideSuggestion(cast.as('julian'), { suggestion: id, decision: 'declined' })).toMatchObject({
      refused: 'suggestion.decided',
    });
    accepted(await submitPiece(cast.as('julian'), { piece, note: '' }));
    const { step, eyes } = await reviewOf(cast.as('julian'), piece);
    expect(eyes.map(({ name }) => name)).toEqual(['Nidia Arrieta']);
    expect(await decideStep(cast.as('marcela'), { step: step!.id, decision: 'pass', note: '' })).toMatchObject({
      refused: 'piece.own_work',
    });
  });

  test('wait while the piece is in review, and are refused once their words are gone', async () => {
    const piece = await begin();
    const { id } = accepted(
      await suggestChange(cast.as('nidia'), { piece, block: 'b1', quote: 'el carné', replacement: '', reason: 'Sobra.' }),
    );
    accepted(await submitPiece(cast.as('julian'), { piece, note: '' }));
    expect(await decideSuggestion(cast.as('julian'), { suggestion: id, decision: 'accepted' })).toMatchObject({
      refused: 'piece.in_review',
    });
    accepted(await withdrawFromReview(cast.as('julian'), { piece }));
    accepted((await write(piece, 'madrugar.')) as object);
    expect(await decideSuggestion(cast.as('julian'), { suggestion: id, decision: 'accepted' })).toMatchObject({
      refused: 'suggestion.passage_gone',
    });
    accepted(await decideSuggestion(cast.as('julian'), { suggestion: id, decision: 'declined' }));
  });
});

describe('a passage', () => {
  const content = { title: 'Uno', fields: { lead: 'Una  entrada.' }, body: text('llevar el carné.') };
  test('is found across emphasis and whatever its spaces', () => {
    expect(linesOf(content, 'b1')).toEqual(['Hay que llevar el carné.']);
    expect(findPassage('Hay  que llevar', 'que llevar')).toEqual({ from: 5, to: 15 });
    expect(replacePassage(content, ':lead', 'Una entrada', 'Otra')?.fields).toEqual({ lead: 'Otra.' });
    expect(replacePassage(content, 'b1', 'que llevar', 'de traer')?.body.content[0]).toMatchObject({
      content: [{ text: 'Hay de traer' }, { text: ' el carné.', marks: [{ type: 'bold' }] }],
    });
    expect(replacePassage(content, ':title', 'Uno', ' ')).toBeUndefined();
  });
});

describe('versions', () => {
  test('are kept by name and come back as a draft; an approval ends by it', async () => {
    const piece = await begin();
    accepted(await keepPieceVersion(cast.as('julian'), { piece, note: 'Antes de recortar' }));
    accepted((await write(piece, 'ir temprano.')) as object);
    accepted(await submitPiece(cast.as('julian'), { piece, note: '' }));
    const { step, difference } = await reviewOf(cast.as('marcela'), piece);
    expect([difference.added, difference.removed]).toEqual([2, 3]);
    accepted(await decideStep(cast.as('marcela'), { step: step!.id, decision: 'pass', note: '' }));
    expect(accepted(await restorePieceVersion(cast.as('julian'), { piece, number: 1 }))).toMatchObject({ voided: true });
    expect(await getPiece(cast.as('julian'), piece)).toMatchObject({ state: 'draft', body: text('llevar el carné.') });
    expect(await restorePieceVersion(cast.as('julian'), { piece, number: 1 })).toMatchObject({ refused: 'piece.same_as_version' });
    expect((await listPieceVersions(cast.as('julian'), piece)).map(({ number, note }) => [number, note])).toEqual([
      [2, ''],
      [1, 'Antes de recortar'],
    ]);
  });
});

test('what waits for somebody, what he waits for and what came back, late first', async () => {
  const [one, two] = [await begin(), await begin()];
  accepted(await submitPiece(cast.as('julian'), { piece: one, note: '' }));
  accepted(await submitPiece(cast.as('julian'), { piece: two, note: '' }));
  const waits = async (player: Player) => (await waitingReviews(cast.as(player))).forMe.map(({ piece }) => piece);
  expect((await waits('marcela')).slice(-2)).toEqual([one, two]);
  expect(await waits('nidia')).toContain(one);
  expect(await waits('julian')).not.toContain(one);
  expect((await waitingReviews(cast.as('julian'))).forOthers.map(({ piece }) => piece)).toEqual(expect.arrayContaining([one, two]));
  now = new Date('2026-12-18T15:00:00Z');
  expect((await countWaitingReviews(cast.as('marcela'))).late).toBeGreaterThanOrEqual(2);
  const { step } = await reviewOf(cast.as('marcela'), one);
  accepted(await decideStep(cast.as('marcela'), { step: step!.id, decision: 'return', note: 'Falta la fuente.' }));
  expect((await waitingReviews(cast.as('julian'))).returned).toMatchObject([
    { piece: one, note: 'Falta la fuente.', returnedByName: 'Marcela Ospina' },
  ]);
});
