import { expect, test } from 'vitest';
import { NotFound } from '#platform/refusal.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import type { Letter } from '../letter.ts';
import { countedAsMailing, countLetter, countsOf, passCounted } from './counted-letters.ts';

const desk = await openMailingDesk();
const origin = 'https://www.puertoclaro.gov.co';
const letter: Letter = {
  subject: 'Hola',
  html: '<body><a href="https://a.org/?x=1&amp;y=2">a</a> <a href="https://b.org/">b</a> <a href="https://a.org/?x=1&amp;y=2">otra vez</a> <a href="{{one_click}}">salir</a></body>',
  text: 'a: https://a.org/',
  language: 'es',
};
const ctx = () => desk.as('editor');
const tokensIn = (html: string) => [...html.matchAll(/\/hooks\/letters\/([0-9a-z-]+)/g)].map(([, token]) => token!);

test('a letter is counted by its links and by its opening; what is one’s own stays as it is', async () => {
  const { letter: counted, countedAs } = await countLetter(ctx(), letter, { origin, counting: 'all' });
  const tokens = tokensIn(counted.html);
  expect(tokens).toHaveLength(4);
  expect(tokens[0]).toBe(tokens[2]);
  expect(counted.html).toContain('href="{{one_click}}"');
  expect(counted.text).toBe(letter.text);
  const mailing = await desk.draft();
  await countedAsMailing(ctx(), countedAs, mailing);

  expect(await passCounted(ctx(), tokens[0]!, { unread: false })).toBe('https://a.org/?x=1&y=2');
  expect(await passCounted(ctx(), tokens[0]!, { unread: false })).toBe('https://a.org/?x=1&y=2');
  expect(await passCounted(ctx(), tokens[1]!, { unread: true })).toBe('https://b.org/');
  expect(await passCounted(ctx(), tokens[3]!, { unread: false })).toBeNull();
  const counts = (await countsOf(ctx(), mailing))!;
  expect(counts.links.map(({ address, count }) => [address, count])).toEqual([
    ['https://a.org/?x=1&y=2', 2],
    ['https://b.org/', 0],
  ]);
  expect(counts).toMatchObject({ opens: 1, days: [{ opens: 1, clicks: 2 }] });
});

test('nobody can be told from it: every contact’s letter has the same addresses', async () => {
  const { letter: counted } = await countLetter(ctx(), letter, { origin, counting: 'all' });
  expect(tokensIn(counted.html).some((token) => token.includes('{{'))).toBe(false);
});

test('what is made up leads nowhere and counts nothing', async () => {
  const { letter: counted } = await countLetter(ctx(), letter, { origin, counting: 'clicks' });
  const [token] = tokensIn(counted.html);
  const own = token!.slice(0, -17);
  for (const made of [`${own}-${'0'.repeat(16)}`, token!.replace(/-1-/, '-2-'), 'x', '../../etc', `${token}x`])
    await expect(passCounted(ctx(), made, { unread: false })).rejects.toThrow(NotFound);
});

test('by setting only clicks are counted, or nothing', async () => {
  expect((await countLetter(ctx(), letter, { origin, counting: 'clicks' })).letter.html).not.toContain('<img');
  expect(await countLetter(ctx(), letter, { origin, counting: 'none' })).toEqual({ letter, countedAs: null });
});
