import type { Config } from '#config';
import type { Ctx } from '#platform/ctx.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound } from '#platform/refusal.ts';
import { todayOf } from '#domains/organization/index.ts';
import type { Letter } from '../letter.ts';
import { channelsPolicy } from '../policy.ts';
import {
  countOne,
  insertCountedLetter,
  insertCountedLinks,
  markMailing,
  selectAddress,
  selectCounts,
  takeUntold,
  type CountedDay,
  type CountedLink,
  type UntoldCounts,
} from './counted-letters.queries.ts';

export type Counting = Config['MAIL_COUNTING'];

const place = 'counted-link';
const signature = 16;

/** Where a link of a letter is counted: it names the letter and the link, never whose letter it was. Signed: nobody counts up what he makes up. */
export function countedPath(vault: Vault, letter: number, number: number): string {
  const own = `${letter.toString(36)}-${number.toString(36)}`;
  return `/hooks/letters/${own}-${vault.mark(place, own).slice(0, signature)}`;
}

function readPath(vault: Vault, token: string): { letter: number; number: number } {
  const [, own = '', letter = '', number = '', given] = /^(([0-9a-z]{1,12})-([0-9a-z]{1,4}))-([0-9a-f]{16})$/.exec(token) ?? [];
  if (!given || vault.mark(place, own).slice(0, signature) !== given) throw new NotFound('counted link');
  return { letter: Number.parseInt(letter, 36), number: Number.parseInt(number, 36) };
}

const most = 500;
const links = /(<a\b[^>]*?\shref=")(https?:\/\/[^"{]+)(")/g;
const plain = (escaped: string) =>
  escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/**
 * The same letter with its links and its opening counted, all together: by day, by letter and by link. Addresses where something personal goes
 * are left as they are, and so is the text part. `countedAs` is to be told of the mailing that it becomes.
 */
export async function countLetter(
  ctx: Ctx,
  letter: Letter,
  { origin, counting }: { origin: string; counting: Counting },
): Promise<{ letter: Letter; countedAs: number | null }> {
  if (counting === 'none') return { letter, countedAs: null };
  const id = await insertCountedLetter(ctx.db, ctx.now);
  const found = [...new Set([...letter.html.matchAll(links)].map(([, , address]) => plain(address!)))].slice(0, most);
  await insertCountedLinks(ctx.db, id, found);
  const numbers = new Map(found.map((address, at) => [address, at + 1]));
  const counted = letter.html.replace(links, (whole, before: string, address: string, after: string) => {
    const number = numbers.get(plain(address));
    return number === undefined ? whole : `${before}${origin}${countedPath(ctx.vault, id, number)}${after}`;
  });
  const pixel = `<img src="${origin}${countedPath(ctx.vault, id, 0)}" width="1" height="1" alt="" style="display:block;border:0;">`;
  const html = counting === 'all' ? counted.replace('</body>', `${pixel}</body>`) : counted;
  return { letter: { ...letter, html }, countedAs: id };
}

export const countedAsMailing = (ctx: Ctx, countedAs: number | null, mailing: number): Promise<void> =>
  countedAs === null ? Promise.resolve() : markMailing(ctx.db, countedAs, mailing);

/**
 * Counts an opening (null), or a click: where it leads is what the letter holds and nothing else. `unread`: by nobody who got it, such as a
 * machine that follows links; it is not counted.
 * @throws NotFound
 */
export async function passCounted(ctx: Ctx, token: string, { unread }: { unread: boolean }): Promise<string | null> {
  const { letter, number } = readPath(ctx.vault, token);
  const address = number === 0 ? null : await selectAddress(ctx.db, letter, number);
  if (address === undefined) throw new NotFound('counted link');
  if (!unread) await countOne(ctx.db, letter, number, await todayOf(ctx));
  return address;
}

export interface MailingCounts {
  readonly opens: number;
  readonly links: readonly CountedLink[];
  readonly days: readonly CountedDay[];
}

/** What was opened and pressed of a mailing; null when nothing of it is counted. */
export async function countsOf(ctx: Ctx, mailing: number): Promise<MailingCounts | null> {
  authorize(ctx.actor, channelsPolicy, 'mailings.read');
  return (await selectCounts(ctx.db, mailing)) ?? null;
}

/** For the ledger: what was opened and pressed and is not told to it yet; told once the transaction commits. */
export const untoldCounts = (ctx: Ctx, limit: number): Promise<UntoldCounts[]> => takeUntold(ctx.db, limit);
