import { describe, expect, test } from 'vitest';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { csvOf } from '#platform/sheets/write.ts';
import { seatCast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { changeSnippet, listSnippets, removeSnippet, writeSnippet } from './snippets.ts';
import { importTerms, loadStartingTerms } from './terms-file.ts';
import { termInput } from './terms.input.ts';
import { changeTerm, everyTerm, getTerm, listTerms, removeTerm, writeTerm } from './terms.ts';

const house = await openTestHouse();
const cast = await seatCast(house);
const csv = (...rows: string[][]) => new File([rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')], 'lista.csv');

describe('terms', () => {
  test('the list that comes with the product is read without a fault, once', async () => {
    const loaded = await loadStartingTerms(cast.as());
    expect(loaded).toBeGreaterThan(120);
    expect(await loadStartingTerms(cast.as())).toBe(0);
    const { terms } = await listTerms(cast.as('rosa'), { q: 'discapacitados' });
    expect(terms).toMatchObject([{ term: 'personas con discapacidad', sort: 'term' }]);
    expect((await listTerms(cast.as('rosa'), { sort: 'jargon', q: 'REALIZAR la implementacion' })).terms).toMatchObject([
      { meaning: 'hacer, poner en marcha' },
    ]);
  });

  test('one is written, changed, removed and written again', async () => {
    const input = termInput.parse({ term: 'Puerto Claro', meaning: 'El municipio', insteadOf: 'Pto. Claro\nPuertoClaro; Pto. Claro' });
    await expect(writeTerm(cast.as('rosa'), input)).rejects.toThrow(Forbidden);
    const { id } = accepted(await writeTerm(cast.as('julian'), input));
    expect(await getTerm(cast.as('carmen'), id)).toMatchObject({ insteadOf: ['Pto. Claro', 'PuertoClaro'], writtenBy: 'Julián Restrepo' });
    expect(await writeTerm(cast.as('marcela'), { ...input, term: 'puerto claro' })).toMatchObject({ refused: 'term.known' });
    accepted(await changeTerm(cast.as('marcela'), { ...input, id, sort: 'forbidden' }));
    expect(await changeTerm(cast.as('marcela'), { ...input, id, term: 'en aras de' })).toMatchObject({ refused: 'term.known' });
    await removeTerm(cast.as('julian'), { id });
    await expect(getTerm(cast.as('julian'), id)).rejects.toThrow();
    expect(accepted(await writeTerm(cast.as('julian'), input))).toEqual({ id });
  });

  test('a file brings them in, and what goes out comes in again', async () => {
    const brought = await importTerms(
      cast.as('julian'),
      csv(['Término', 'Clase', 'Significado', 'En lugar de'], ['alcaldía', 'término', 'La entidad', 'administración; palacio']),
    );
    expect(brought).toEqual({ terms: 1 });
    const out = (await Array.fromAsync(everyTerm(cast.as('julian'), {}))).map(({ term, sort, meaning, insteadOf }) => [
      term,
      sort,
      meaning,
      insteadOf.join('; '),
    ]);
    const again = (await Array.fromAsync(csvOf({ name: 'x', heads: ['term', 'sort', 'meaning', 'instead of'], rows: out }))).join('');
    expect(await importTerms(cast.as('julian'), new File([again], 'x.csv'))).toEqual({ terms: out.length });
  });

  test('a fault in a file keeps all of it out', async () => {
    const before = (await listTerms(cast.as('julian'), {})).count;
    const faulty = csv(['term', 'sort'], ['nuevo', 'jerga'], ['otro', 'raro'], ['', 'jerga']);
    expect(await importTerms(cast.as('julian'), faulty)).toMatchObject({
      faults: [
        { row: 3, column: 'sort', problem: { refused: 'term.sort' } },
        { row: 4, column: 'term', problem: { refused: 'input.required' } },
      ],
    });
    expect((await listTerms(cast.as('julian'), {})).count).toBe(before);
    expect(await importTerms(cast.as('julian'), csv(['nombre'], ['x']))).toMatchObject({ refused: 'term.no_column' });
  });
});

test('a phrase is written, changed and removed', async () => {
  const phrase = { name: 'Quiénes somos', text: 'La Alcaldía de Puerto Claro sirve a 84.000 personas.' };
  const { id } = accepted(await writeSnippet(cast.as('julian'), phrase));
  expect(await writeSnippet(cast.as('julian'), { ...phrase, name: 'quienes somos' })).toMatchObject({ refused: 'snippet.known' });
  accepted(await changeSnippet(cast.as('marcela'), { ...phrase, id, name: 'La Alcaldía' }));
  expect(await listSnippets(cast.as('rosa'))).toMatchObject([{ id, name: 'La Alcaldía', writtenBy: 'Marcela Ospina' }]);
  await removeSnippet(cast.as('julian'), { id });
  expect(await listSnippets(cast.as('rosa'))).toEqual([]);
});
