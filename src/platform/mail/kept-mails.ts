import type { Ctx } from '#platform/ctx.ts';
import { insertKept, insertLetter, selectLetter } from './kept-mails.queries.ts';

/** What is the same in many mails: the runs between what is each one's own. */
export interface SharedLetter {
  readonly text: readonly string[];
  readonly html: readonly string[];
}

/** One of many: what stands between the runs of its letter, one fewer than they are. */
export interface OwnMail {
  readonly to: string;
  readonly subject: string;
  readonly text: readonly string[];
  readonly html: readonly string[];
}

/** Keeps what is the same for all once, whatever often it is given under its key. Sealed. */
export function keepLetter(ctx: Ctx, key: string, { text, html }: SharedLetter): Promise<number> {
  return insertLetter(
    ctx.db,
    {
      key,
      text: ctx.vault.seal(`outbox_letters.text:${key}`, JSON.stringify(text)),
      html: ctx.vault.seal(`outbox_letters.html:${key}`, JSON.stringify(html)),
    },
    ctx.now,
  );
}

/** Mails that were to go out while no server is set: shown, and never sent. Their ids in the order given. */
export async function keepMails(ctx: Ctx, letter: number, mails: readonly OwnMail[]): Promise<number[]> {
  const given = mails.map(({ to, subject, text, html }) => ({
    to,
    subject: subject.replace(/[\r\n]+/g, ' '),
    text: ctx.vault.seal(`outbox_mails.text:${to}`, JSON.stringify(text)),
    html: ctx.vault.seal(`outbox_mails.html:${to}`, JSON.stringify(html)),
  }));
  return given.length === 0 ? [] : insertKept(ctx.db, letter, given, ctx.now);
}

/** A mail of many, put together as it would have gone out. */
export async function wholeMail(
  ctx: Ctx,
  letter: number,
  own: { text: string; html: string | null },
): Promise<{ text: string; html: string }> {
  const { key, text, html } = await selectLetter(ctx.db, letter);
  const runs = (column: 'text' | 'html', sealed: string) =>
    JSON.parse(ctx.vault.open(`outbox_letters.${column}:${key}`, sealed)) as string[];
  return { text: between(runs('text', text), own.text), html: between(runs('html', html), own.html ?? '[]') };
}

function between(runs: readonly string[], own: string): string {
  const values = JSON.parse(own) as string[];
  return runs.map((run, at) => run + (values[at] ?? '')).join('');
}
