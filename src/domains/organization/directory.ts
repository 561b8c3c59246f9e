import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { selectGrantsOf } from './grants.queries.ts';
import { countPeople, selectPeople, selectPlaces, type PeopleFilter, type PersonRow } from './people.queries.ts';
import { knownPerson } from './people.ts';
import { organizationPolicy as policy } from './policy.ts';

export type { PeopleFilter, PersonRow };

const pageSize = 50;

/** A page of people in order of name; `next` is where the following one begins, null at the end. */
export async function listPeople(
  ctx: Ctx,
  filter: PeopleFilter,
  after?: string,
): Promise<{ people: readonly PersonRow[]; count: number; next: string | null }> {
  authorize(ctx.actor, policy, 'people.read');
  const settled = await forgivingOf(ctx, filter);
  const found = await selectPeople(ctx.db, settled, { after, limit: pageSize + 1 });
  const people = found.slice(0, pageSize);
  return { people, count: await countPeople(ctx.db, settled), next: found.length > pageSize ? people.at(-1)!.id : null };
}

/** Everybody that the filter finds, read in parts so that any number fits in memory. */
export async function* everyPerson(ctx: Ctx, filter: PeopleFilter): AsyncGenerator<PersonRow> {
  authorize(ctx.actor, policy, 'people.read');
  const settled = await forgivingOf(ctx, filter);
  for (let after: string | undefined; ;) {
    const part = await selectPeople(ctx.db, settled, { after, limit: 2000 });
    yield* part;
    if (part.length < 2000) return;
    after = part.at(-1)!.id;
  }
}

/** One person with the roles held and the places in the tree. @throws NotFound */
export async function personCard(ctx: Ctx, id: string) {
  authorize(ctx.actor, policy, 'people.read');
  const person = await knownPerson(ctx, id);
  return { person, grants: await selectGrantsOf(ctx.db, id), places: await selectPlaces(ctx.db, id) };
}

export interface PersonOption {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly unit: string | null;
}

/** People to choose from, found by name or mail; without a search the first ones by name. */
export async function peopleOptions(ctx: Ctx, search?: string, limit = 300): Promise<PersonOption[]> {
  const people = await selectPeople(ctx.db, await forgivingOf(ctx, { search }), { limit });
  return people.map(({ id, name, email, unit }) => ({ id, name, email, unit }));
}

/** Typos are forgiven only when the text as it was written finds nobody: «persona 42» is not every «persona». */
async function forgivingOf(ctx: Ctx, filter: PeopleFilter): Promise<PeopleFilter> {
  const written = !filter.search || (await selectPeople(ctx.db, filter, { limit: 1 })).length > 0;
  return written ? filter : { ...filter, forgive: true };
}
