import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Vault } from '#platform/secrets/vault.ts';
import { preferencesPath, withdrawByOneClick } from '#domains/audiences/index.ts';
import { selectRecipientOf, type RecipientOf } from './recipients.queries.ts';

const place = 'one-click';
const signature = 22;

/** Where a mail program says, by itself and with nobody signed in, that its reader wants no more of this (RFC 8058). Signed; it does not end. */
export function oneClickPath(vault: Vault, recipient: number): string {
  const own = recipient.toString(36);
  return `/hooks/unsubscribe/${own}-${vault.mark(place, own).slice(0, signature)}`;
}

/** What he agreed to for this mailing holds no more, at once and for whatever is sent. @throws NotFound */
export async function unsubscribe(ctx: Ctx, token: string): Promise<void> {
  const { contact, purpose, mailing, id } = await recipientOf(ctx, token);
  if (purpose === null) return;
  await withdrawByOneClick(acting(ctx, nobody), { contact, purpose, proof: `mailing:${mailing} recipient:${id}` });
}

/** Whoever opens the address with his own hands comes to his own page. @throws NotFound */
export async function pageOfOneClick(ctx: Ctx, token: string): Promise<string> {
  return preferencesPath(ctx, (await recipientOf(ctx, token)).contact);
}

async function recipientOf(ctx: Ctx, token: string): Promise<RecipientOf> {
  const [, own = '', given] = /^([0-9a-z]{1,12})-([0-9a-f]{22})$/.exec(token) ?? [];
  const known = given !== undefined && ctx.vault.mark(place, own).slice(0, signature) === given;
  const recipient = known ? await selectRecipientOf(ctx.db, Number.parseInt(own, 36)) : undefined;
  if (!recipient) throw new NotFound('unsubscribe');
  return recipient;
}
