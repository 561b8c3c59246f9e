import type { Ctx } from '#platform/ctx.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { SealedColumn } from '#platform/secrets/sealed-columns.queries.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { wholeMail } from './kept-mails.ts';
import { forgetLetters } from './kept-mails.queries.ts';
import { insertMail, insertMails, listMails, releaseMail, replaceTexts, selectMail, selectRecipients } from './outbox.queries.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Written, not derived from the HTML. */
  readonly text: string;
  readonly html?: string;
}

/**
 * `waiting` for its turn or for a server; `refused`: it certainly did not leave; `unknown`: it may have left, and is not sent again by itself;
 * `kept`: it was for many while no server was set, and stays here. */
export type MailState = 'waiting' | 'sent' | 'refused' | 'unknown' | 'kept';

/** Writes a mail down in the transaction that decides it; `sendMails` takes it from there, once. */
export function post(ctx: Ctx, mail: Mail): Promise<number> {
  return insertMail(ctx.db, { ...sealed(ctx.vault, mail), subject: mail.subject.replace(/[\r\n]+/g, ' ') }, ctx.now);
}

/** The same of many at once; their ids in the same order. */
export async function postAll(ctx: Ctx, mails: readonly Mail[]): Promise<number[]> {
  const given = mails.map((mail) => ({ ...sealed(ctx.vault, mail), subject: mail.subject.replace(/[\r\n]+/g, ' ') }));
  return given.length === 0 ? [] : insertMails(ctx.db, given, ctx.now);
}

export interface Posted {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly at: Date;
  readonly state: MailState;
  readonly error: string | null;
}

/** The last ones first, 50 a page; `search` is in subject or address. */
export async function outbox(
  ctx: Ctx,
  { search = '', page = 1 }: { search?: string; page?: number } = {},
): Promise<{ mails: Posted[]; total: number }> {
  const rows = await listMails(ctx.db, search, 50, (page - 1) * 50);
  return { mails: rows.map(describe), total: rows[0]?.total ?? 0 };
}

/** @throws NotFound */
export async function readMail(ctx: Ctx, id: number): Promise<Posted & { text: string; html: string | null }> {
  const row = await selectMail(ctx.db, id);
  if (!row) throw new NotFound('mail');
  const own = opened(ctx.vault, row);
  return { ...describe(row), ...(row.letter_id === null ? own : await wholeMail(ctx, row.letter_id, own)) };
}

/** Sends again one that certainly did not leave, because a person asks for it. */
export async function sendAgain(ctx: Ctx, id: number): Promise<{ id: number } | Refusal> {
  if (!(await releaseMail(ctx.db, id))) return refuse('mail.not_refused');
  await ctx.tell({ name: 'mail.sent_again', subject: { type: 'mail', id } });
  return { id };
}

interface Row {
  id: number;
  to_address: string;
  subject: string;
  created_at: Date;
  attempted_at: Date | null;
  sent_at: Date | null;
  kept_at: Date | null;
  error: string | null;
}

function describe(row: Row): Posted {
  return { id: row.id, to: row.to_address, subject: row.subject, at: row.created_at, state: stateOf(row), error: row.error };
}

function stateOf({ attempted_at, sent_at, kept_at, error }: Row): MailState {
  if (kept_at) return 'kept';
  if (sent_at) return 'sent';
  if (!attempted_at) return 'waiting';
  return error ? 'refused' : 'unknown';
}

/** What a mail says is sealed: it may carry a link that lets somebody in. */
function sealed(vault: Vault, mail: Mail): Mail {
  const html = mail.html === undefined ? {} : { html: vault.seal(`outbox_mails.html:${mail.to}`, mail.html) };
  return { ...mail, text: vault.seal(`outbox_mails.text:${mail.to}`, mail.text), ...html };
}

export function opened(vault: Vault, { to_address: to, text, html }: { to_address: string; text: string; html: string | null }) {
  return {
    text: vault.open(`outbox_mails.text:${to}`, text),
    html: html === null ? null : vault.open(`outbox_mails.html:${to}`, html),
  };
}

/** The key is lost: what mails said cannot be read any more, and those that waited do not leave. */
export async function forgetMails(ctx: Ctx): Promise<number> {
  const mails = await selectRecipients(ctx.db);
  await replaceTexts(
    ctx.db,
    mails.map(({ id, to }) => ({ id, text: sealed(ctx.vault, { to, subject: '', text: '…' }).text })),
    ctx.now,
  );
  await forgetLetters(ctx.db);
  return mails.length;
}

export const sealedMails: readonly SealedColumn[] = ['text', 'html'].flatMap((column) => [
  { table: 'outbox_mails', column, id: 'id', place: 'to_address' },
  { table: 'outbox_letters', column, id: 'id', place: 'key' },
]);
