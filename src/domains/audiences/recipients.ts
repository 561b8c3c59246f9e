import type { RawBuilder } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { transact } from '#platform/db/database.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { regionName, todayOf } from '#domains/organization/index.ts';
import { purposesNow } from './consents.ts';
import {
  anyButNone,
  countSelection,
  selectAddressees,
  selection,
  selectSome,
  type Addressee,
  type WhomCount,
} from './recipients.queries.ts';
import { selectSegments } from './segments.queries.ts';
import { selectSendingKinds, type SendingKind } from './sendings.queries.ts';

/** Whom something is for: whoever is in one of the segments and in none of the excluded, as far as its kind of sending lets. */
export interface Wanted {
  readonly kind: string;
  readonly purpose: string | null;
  readonly segments: readonly string[];
  readonly excludedSegments: readonly string[];
}

/** Refuses `recipients.kind`, `recipients.purpose`, `recipients.segment` {code}, `recipients.none`. */
export async function checkWanted(ctx: Ctx, { kind: code, purpose, segments, excludedSegments }: Wanted): Promise<SendingKind | Refusal> {
  const kind = (await selectSendingKinds(ctx.db)).find((one) => one.code === code);
  if (!kind) return refuse('recipients.kind', {}, 'kind');
  const purposes = await purposesNow(ctx);
  if (kind.needsConsent !== (purpose !== null) || (purpose !== null && !purposes.some((one) => one.code === purpose)))
    return refuse('recipients.purpose', {}, 'purpose');
  const known = await selectSegments(ctx.db);
  const unknown = [...segments, ...excludedSegments].find((asked) => !known.some((one) => one.code === asked));
  if (unknown !== undefined) return refuse('recipients.segment', { code: unknown }, 'segments');
  return segments.length === 0 ? refuse('recipients.none', {}, 'segments') : kind;
}

/**
 * A table of `contact_id` and `address` of whoever is wanted, to be read inside the statement that fixes a list: at any number it is one
 * statement, and nothing of it passes through this process.
 */
export async function recipientsOf(ctx: Ctx, wanted: Wanted): Promise<RawBuilder<unknown>> {
  return selection(await conditionFor(ctx, wanted), await kindOf(ctx, wanted.kind), wanted.purpose);
}

export async function countRecipients(ctx: Ctx, wanted: Wanted): Promise<WhomCount> {
  const [condition, kind] = [await conditionFor(ctx, wanted), await kindOf(ctx, wanted.kind)];
  return transact(ctx.db, (db) => countSelection(db, condition, kind, wanted.purpose));
}

/** Who these contacts are now; one that is not there any more is not in the answer. */
export async function addresseesNow(ctx: Ctx, ids: readonly number[], wanted: Pick<Wanted, 'kind' | 'purpose'>): Promise<Addressee[]> {
  const found = await selectAddressees(ctx.db, ids, await kindOf(ctx, wanted.kind), wanted.purpose);
  return found.map((one) => ({ ...one, region: one.region === null ? null : regionName(one.region) }));
}

/** Some that are wanted, to look at how it reads for them. */
export async function someRecipients(ctx: Ctx, wanted: Wanted, limit: number): Promise<Addressee[]> {
  const ids = await selectSome(ctx.db, await conditionFor(ctx, wanted), await kindOf(ctx, wanted.kind), wanted.purpose, limit);
  return addresseesNow(ctx, ids, wanted);
}

const conditionFor = async (ctx: Ctx, { segments, excludedSegments }: Wanted) =>
  anyButNone(
    { rules: new Map((await selectSegments(ctx.db)).map(({ code, rule }) => [code, rule])), today: await todayOf(ctx) },
    segments,
    excludedSegments,
  );

async function kindOf(ctx: Ctx, code: string): Promise<SendingKind> {
  const kind = (await selectSendingKinds(ctx.db)).find((one) => one.code === code);
  if (!kind) throw new Error(`no sending kind ${code}`);
  return kind;
}
