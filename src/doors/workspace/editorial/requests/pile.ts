import {
  listRequests,
  requestFilterInput,
  requestKinds,
  requestPiles,
  requestAssignees,
  type RequestFilter,
  type RequestState,
} from '#domains/editorial/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { daysLate } from '#platform/i18n/format.ts';
import { placesAsked } from '../../coverage/places-asked.ts';

/** What the address of the desk asks for. */
export const requestsFilter = (url: URL): RequestFilter => requestFilterInput.parse(Object.fromEntries(url.searchParams));

/** The pile at the left: one of three, and below the one that waits, while it is short, the beginning of what is under way. */
export async function pileOf(ctx: Ctx, url: URL, open: { id: number; state: RequestState } | null) {
  const asked = requestsFilter(url);
  const filter = url.searchParams.has('pile') || !open ? asked : { ...asked, pile: pileWith(open.state) };
  const [list, units, assignees] = await Promise.all([listRequests(ctx, filter), unitOptions(ctx), requestAssignees(ctx)]);
  const below = filter.pile === 'waiting' && list.next === null && list.rows.length <= short;
  const more = below ? await listRequests(ctx, { ...filter, after: undefined, pile: 'under_way' }) : null;
  const late = (row: (typeof list.rows)[number]) => ({ ...row, late: latenessOf(row, list.today) });
  return {
    pile: filter.pile,
    rows: list.rows.map(late),
    below: more?.rows.slice(0, short).map(late) ?? [],
    counts: list.counts,
    next: list.next,
    begun: filter.after === undefined,
    today: list.today,
    filtered: filter.q !== '' || ['unit', 'kind', 'region', 'assignee', 'mine'].some((name) => url.searchParams.has(name)),
    options: {
      kinds: requestKinds,
      units: units
        .filter(({ depth, id }) => depth < 2 || id === filter.unit)
        .slice(0, 80)
        .map(({ id, name }) => ({ value: String(id), label: name })),
      places: placesAsked(filter.region),
      assignees: assignees.map(({ id, name }) => ({ value: id, label: name })),
    },
  };
}

export type PileData = Awaited<ReturnType<typeof pileOf>>;

const short = 7;

const pileWith = (state: RequestState) =>
  (Object.keys(requestPiles) as (keyof typeof requestPiles)[]).find((pile) => (requestPiles[pile] as readonly string[]).includes(state))!;

/** How many days its answer, or its delivery, is late today. */
export function latenessOf(
  { state, answerDueOn, dueOn }: { state: RequestState; answerDueOn: string; dueOn: string | null },
  today: string,
): { answer: number; delivery: number } {
  const late = (day: string) => daysLate(day as never, today as never);
  return { answer: state === 'waiting' ? late(answerDueOn) : 0, delivery: state === 'accepted' && dueOn ? late(dueOn) : 0 };
}
