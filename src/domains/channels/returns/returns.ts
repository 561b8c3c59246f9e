import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { stopReturned } from '#domains/audiences/index.ts';
import { noteReturned } from '../mailings/returning.ts';
import { channelsPolicy } from '../policy.ts';
import { recipientOfBounce } from '../verp.ts';
import { readReport, type Report } from './report.ts';
import { returnedOf, softDays, softMost, worstOf, type Returned } from './return-rule.ts';
import type { ReturnsFilter, returnKinds, ToldReturns } from './returns.input.ts';
import { countKinds, countReturns, countSoft, insertReturn, markDone, selectReturns, type NewReturn } from './returns.queries.ts';

export type ReturnKind = (typeof returnKinds)[number];
export type ReturnMeans = 'smtp' | 'imap' | 'hook';

/** What came back, and what was done about it: `stopped`: nobody writes there any more; `counted`: held against it; `noted`: nothing. */
export interface MailReturn {
  readonly id: number;
  readonly kind: ReturnKind;
  readonly means: ReturnMeans;
  readonly status: string;
  readonly says: string;
  readonly done: 'stopped' | 'counted' | 'noted';
  readonly at: Date;
  readonly address: string | null;
  readonly contact: number | null;
  readonly mailing: number | null;
  readonly mailingTitle: string | null;
}

export const returnsTopic = 'returns';

/**
 * Takes in a mail that came back, whatever it is; the same one again changes nothing. `to` is the address that it came to, when whoever took
 * it knows: else it is sought where servers leave it. Only a signed address of ours says whose mail it was.
 */
export async function takeReturn(
  ctx: Ctx,
  raw: Uint8Array,
  { means, to = [] }: { means: ReturnMeans; to?: readonly string[] },
): Promise<'known' | ReturnKind> {
  const report = readReport(raw);
  const recipient = recipientIn(ctx, [...to, ...report.places]);
  const { returned, status } = worstOf(report);
  const kind = kindOf(report, returned);
  return write(ctx, {
    fingerprint: report.fingerprint,
    means,
    kind,
    recipient,
    status: status?.status ?? '',
    says: (status?.diagnostic || report.feedback || report.subject).slice(0, 500),
  });
}

/** What a provider tells by its webhook; how many of them were new. */
export async function takeTold(ctx: Ctx, { events }: ToldReturns): Promise<{ taken: number }> {
  let taken = 0;
  for (const { id, recipient, kind, status = '', says } of events) {
    const returned = returnedOf({ action: kind === 'delay' ? 'delayed' : 'failed', status });
    const known = await write(ctx, {
      fingerprint: createHash('sha256').update(`hook ${id}`).digest('hex'),
      means: 'hook',
      kind: kind === 'complaint' ? 'complaint' : kind === 'delay' ? 'delayed' : returned === 'hard' ? 'hard' : 'soft',
      recipient: recipientIn(ctx, [recipient]),
      status,
      says: says.slice(0, 500),
    });
    if (known !== 'known') taken += 1;
  }
  return { taken };
}

function kindOf({ kind, feedback, statuses }: Report, returned: Returned): ReturnKind {
  // «not-spam» takes a complaint back; it is no complaint (RFC 5965, §7.3).
  if (kind === 'complaint') return feedback === 'not-spam' ? 'other' : 'complaint';
  if (kind !== 'delivery') return kind;
  if (returned !== 'none') return returned;
  return statuses.some(({ action }) => action === 'delayed') ? 'delayed' : 'other';
}

const ours = /b-[0-9a-z]{1,12}-[0-9a-f]{20}@/gi;

function recipientIn(ctx: Ctx, places: readonly string[]): number | null {
  for (const place of places)
    for (const [address] of place.slice(0, 2_000).matchAll(ours)) {
      const recipient = recipientOfBounce(ctx.vault, address);
      if (recipient !== null) return recipient;
    }
  return null;
}

async function write(ctx: Ctx, given: NewReturn): Promise<'known' | ReturnKind> {
  const row = await insertReturn(ctx.db, given, ctx.now);
  if (!row) return 'known';
  const done = row.contact === null || given.recipient === null ? 'noted' : await act(ctx, given, given.recipient, row.contact);
  if (done !== 'noted') await markDone(ctx.db, row.id, done);
  await ctx.tell({
    name: 'return.taken',
    subject: { type: 'return', id: row.id },
    after: { kind: given.kind, status: given.status, done },
    topics: [returnsTopic],
  });
  return given.kind;
}

/** The rule: what is hard stops at once, what is soft after some, a complaint stops and takes back what was agreed to. */
async function act(ctx: Ctx, { kind, says }: NewReturn, recipient: number, contact: number): Promise<MailReturn['done']> {
  if (kind !== 'hard' && kind !== 'soft' && kind !== 'complaint') return 'noted';
  await noteReturned(ctx, recipient, { state: kind === 'complaint' ? 'complained' : 'bounced', answer: says });
  if (kind === 'soft') {
    const count = await countSoft(ctx.db, contact, new Date(ctx.now.getTime() - softDays * 86_400_000));
    if (count < softMost) return 'counted';
  }
  await stopReturned(ctx, { contact, reason: kind === 'complaint' ? 'complained' : 'bounced' });
  return 'stopped';
}

export const returnsAtOnce = 50;
/** Lists say «more than» beyond it. */
export const returnsCounted = 10_000;

export async function listReturns(ctx: Ctx, filter: ReturnsFilter): Promise<{ returns: MailReturn[]; count: number }> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  const [returns, count] = await Promise.all([
    selectReturns(ctx.db, filter, returnsAtOnce, (filter.page - 1) * returnsAtOnce),
    countReturns(ctx.db, filter, returnsCounted + 1),
  ]);
  return { returns, count };
}

/** All that a filter finds, in parts. */
export async function* everyReturn(ctx: Ctx, filter: ReturnsFilter): AsyncGenerator<MailReturn> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  for (let at = 0; ; at += 1_000) {
    const part = await selectReturns(ctx.db, filter, 1_000, at);
    yield* part;
    if (part.length < 1_000) return;
  }
}

/** How many of each kind came in within the last days. */
export async function returnsStanding(ctx: Ctx, days = softDays): Promise<Readonly<Partial<Record<ReturnKind, number>>>> {
  authorize(ctx.actor, channelsPolicy, 'mailings.recipients');
  const kinds = await countKinds(ctx.db, new Date(ctx.now.getTime() - days * 86_400_000));
  return Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]));
}
