import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import { mailingNames, screenNames } from '#domains/channels/index.ts';
import { campaignNames, memoNames, pieceNames, requestNames } from '#domains/editorial/index.ts';
import { findMeasure } from './catalogue.ts';
import { type FactRow, type Place, selectActivityTitles, selectFacts } from './records.queries.ts';
import { siteNames } from './traffic/sites.queries.ts';
import type { Wanted } from './wanted.queries.ts';

/** A record that makes a figure up, with what it is called and where it opens. */
export interface MadeOf extends FactRow {
  /** Null when the reader may not know it, or it is gone. */
  readonly name: string | null;
  readonly opens: string;
}

/**
 * What records are called, by their type. Each asks the domain that owns them, which leaves out what the reader may not see.
 * A type without a line here is called by its kind alone (`metrics.record.<type>`).
 */
const names: Readonly<Record<string, (ctx: Ctx, rows: readonly FactRow[]) => Promise<ReadonlyMap<string, string>>>> = {
  occurrence: async (ctx, rows) => {
    const titles = await selectActivityTitles(ctx.db, [...new Set(rows.flatMap(({ activity }) => activity ?? []))]);
    return new Map(rows.flatMap(({ recordId, activity }) => (titles.has(activity!) ? [[recordId, titles.get(activity!)!]] : [])));
  },
  piece: (ctx, rows) => byNumber(ctx, rows, pieceNames),
  outing: (ctx, rows) => byOwner(ctx, rows, ({ piece }) => piece, pieceNames),
  mailing: (ctx, rows) => byNumber(ctx, rows, mailingNames),
  campaign_action: (ctx, rows) => byOwner(ctx, rows, ({ campaign }) => campaign, campaignNames),
  campaign: (ctx, rows) => byNumber(ctx, rows, campaignNames),
  request: (ctx, rows) => byNumber(ctx, rows, requestNames),
  memo: (ctx, rows) => byNumber(ctx, rows, memoNames),
  memo_reading: (ctx, rows) => byOwner(ctx, rows, ({ recordId }) => Number.parseInt(recordId, 10), memoNames),
  screen: (ctx, rows) => byNumber(ctx, rows, screenNames),
  site: async (ctx) => new Map((await siteNames(ctx.db)).map(({ id, name }) => [String(id), name])),
  section: (_, rows) => Promise.resolve(new Map(rows.map(({ recordId }) => [recordId, recordId === 'home' ? '/' : `/${recordId}`]))),
};

type NamesOf = (ctx: Ctx, ids: readonly number[]) => Promise<ReadonlyMap<number, string>>;

const byNumber = (ctx: Ctx, rows: readonly FactRow[], namesOf: NamesOf) => byOwner(ctx, rows, ({ recordId }) => Number(recordId), namesOf);

/** Of records that have no name of their own, but of what they belong to. */
async function byOwner(
  ctx: Ctx,
  rows: readonly FactRow[],
  ownerOf: (row: FactRow) => number | null,
  namesOf: NamesOf,
): Promise<ReadonlyMap<string, string>> {
  const found = await namesOf(ctx, [...new Set(rows.flatMap((row) => ownerOf(row) ?? []))]);
  return new Map(
    rows
      .flatMap((row) => [[row.recordId, found.get(ownerOf(row) ?? 0)] as const])
      .filter((one): one is [string, string] => one[1] !== undefined),
  );
}

/** A page of the records counted between two days, newest first. `next` is the last of them when there are more. */
export async function recordsOf(
  ctx: Ctx,
  wanted: Wanted,
  { from, to, after, limit }: { from: Day; to: Day; after?: Place | undefined; limit: number },
): Promise<{ rows: readonly MadeOf[]; next: Place | null }> {
  const found = await selectFacts(ctx.db, wanted, { from, to, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1)! : null;
  return { rows: await named(ctx, wanted.measure, rows), next: last && { day: last.day, id: last.id } };
}

/** All of them, read in parts so that any number fits in memory. */
export async function* everyRecord(ctx: Ctx, wanted: Wanted, from: Day, to: Day): AsyncGenerator<MadeOf> {
  for (let after: Place | undefined; ;) {
    const { rows, next }: { rows: readonly MadeOf[]; next: Place | null } = await recordsOf(ctx, wanted, { from, to, after, limit: 2_000 });
    yield* rows;
    if (!next) return;
    after = next;
  }
}

async function named(ctx: Ctx, measure: string, rows: readonly FactRow[]): Promise<MadeOf[]> {
  const byType = Map.groupBy(rows, ({ recordType }) => recordType);
  const known = new Map(
    await Promise.all(
      [...byType].map(async ([type, own]) => [type, (await names[type]?.(ctx, own)) ?? new Map<string, string>()] as const),
    ),
  );
  return rows.map((row) => ({ ...row, name: known.get(row.recordType)?.get(row.recordId) ?? null, opens: addressOf(measure, row) }));
}

/** Where a fact of a measure opens. */
export function addressOf(
  measure: string,
  row: Pick<FactRow, 'day' | 'activity' | 'campaign' | 'piece' | 'section' | 'tool' | 'recordType' | 'recordId'>,
): string {
  // Another site is not a place of this house: what was counted on it opens.
  if (row.recordType === 'site')
    return `/workspace/traffic/rows?${new URLSearchParams({ day: row.day, site: row.tool ?? '', section: row.section ?? '-' })}`;
  const parts: Record<string, string | number | null> = {
    ...row,
    record: row.recordId,
    section: row.section === 'home' ? '' : row.section,
  };
  return (findMeasure(measure)?.opens ?? '').replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? ''));
}
