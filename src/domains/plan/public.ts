import { shared, type Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Plan, Row, Version, VersionDocument } from './plan.ts';
import { selectRuling } from './plan-work.queries.ts';
import { findInForce, selectPosts, selectPublicNotes, type PublicFound, type PublicNote } from './public.queries.ts';
import { versionDocument } from './reading.ts';
import { selectVersions } from './versions.queries.ts';

export type { PublicFound, PublicNote };

/*
 * What anyone may read: versions in force, and nothing of a version that never came into force. These functions ask nobody
 * who he is; so they name no person, only posts and dependencies.
 */

export interface PublicPlan {
  readonly plan: Plan;
  readonly version: Version;
  /** The day on which a version of it first came into force. */
  readonly since: Day | null;
}

/** A row as a citizen reads it: who answers for it is a post, not a person. */
export interface PublicRow extends Omit<Row, 'person' | 'personName' | 'changedBy' | 'changedByName'> {
  readonly post: string | null;
}

export interface PublicDocument extends Omit<VersionDocument, 'rows'> {
  readonly rows: readonly PublicRow[];
}

/** The plans in force, those that align to no other first. */
export async function publicPlans(ctx: Ctx): Promise<PublicPlan[]> {
  const plans = await selectRuling(ctx.db);
  return plans.toSorted((one, other) => Number(one.plan.parent !== null) - Number(other.plan.parent !== null));
}

/** @throws NotFound when there is no such plan or no version of it is in force. */
export async function publicPlan(ctx: Ctx, code: string): Promise<PublicPlan> {
  const found = await shared(ctx, `plan ${code}`, async () => (await selectRuling(ctx.db, code))[0]);
  if (!found) throw new NotFound(`plan ${code}`);
  return found;
}

/** The whole version in force. @throws NotFound */
export async function publicDocument(ctx: Ctx, code: string): Promise<PublicDocument> {
  const { version } = await publicPlan(ctx, code);
  const document = await versionDocument(ctx, version.id);
  const posts = await publicPosts(ctx, document.rows);
  return {
    ...document,
    version: { ...document.version, note: '' },
    rows: document.rows.map(({ person, personName: _name, changedBy: _by, changedByName: _changer, ...row }) => ({
      ...row,
      post: person === null ? null : posts.get(person) || null,
    })),
  };
}

/** The posts, never the names, of those who answer for these rows, by person. */
export function publicPosts(ctx: Ctx, rows: readonly Pick<Row, 'person'>[]): Promise<Map<string, string>> {
  return selectPosts(ctx.db, [...new Set(rows.flatMap(({ person }) => person ?? []))]);
}

/** Why the figures of these items go as they go, and what is being done about it; newest first. */
export function publicNotes(ctx: Ctx, items: readonly number[]): Promise<PublicNote[]> {
  return selectPublicNotes(ctx.db, items);
}

/** The versions that rule or ruled, newest first. */
export async function publicVersions(ctx: Ctx, plan: number): Promise<Version[]> {
  return (await selectVersions(ctx.db, plan))
    .filter(({ inForceFrom }) => inForceFrom !== null)
    .map((version) => ({ ...version, note: '' }));
}

/** At most 50 places of the versions in force that speak of a text, best first. */
export async function searchPublic(ctx: Ctx, text: string): Promise<PublicFound[]> {
  if (text.trim() === '') return [];
  const found = await findInForce(ctx.db, text.trim().slice(0, 200), 50);
  return found.map((one) => ({ ...one, text: excerpt(one.text) }));
}

/** The beginning of a text, without its Markdown, cut between words. */
function excerpt(text: string): string {
  const plain = text
    .replace(/[*_#>`]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= 200 ? plain : `${plain.slice(0, 200).replace(/\s+\S*$/, '')}…`;
}
