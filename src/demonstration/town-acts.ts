import type { Ctx, Grant } from '#platform/ctx.ts';
import type { Role } from '#platform/http/policy.ts';
import { accepted } from '#platform/refusal.ts';
import {
  addPerson,
  appoint,
  createUnit,
  editPerson,
  foundDemonstration,
  giveRole,
  identify,
  leave,
  lendPassword,
  openSession,
} from '#domains/organization/index.ts';
import { addDays } from '#platform/clock/day.ts';
import { draw } from './chance.ts';
import { emblem } from './emblem.ts';
import type { Inhabitant, Town } from './data.ts';
import { personOf, unitOf, type Act, type World } from './world.ts';
import type { Times } from './times.ts';

/** The administrator who makes the town. */
const founder = 'esteban.cogollo';
const devices = ['Chrome · Windows', 'Firefox · Windows', 'Edge · Windows', 'Chrome · Android', 'Safari · iPhone'];

/** The institution, its tree, its people as they came and went, and who opened Pregón of late. */
export function townActs(town: Town, times: Times): Act[] {
  const beginning = times.at(times.month(0), -7 * 24 * 60);
  const minute = (count: number) => new Date(beginning.getTime() + count * 60_000);
  const first = town.people.find(({ key }) => key === founder)!;
  const units = town.units.map((unit, at): Act => ({
    at: minute(10 + at),
    who: founder,
    does: async (ctx, world) => {
      world.units.set(unit.code, accepted(await createUnit(ctx, unit)));
    },
  }));
  return [
    { at: minute(0), who: null, does: async (ctx, { app }) => foundDemonstration(ctx, town.institution, await emblem(ctx, app.files)) },
    { at: minute(1), who: null, does: (ctx, world) => join(ctx, world, town, first, null) },
    ...units,
    // The administrator's own dependency was not there when he came.
    {
      at: minute(35),
      who: founder,
      does: (ctx, world) => editPerson(ctx, personOf(world, founder).id, { ...fieldsOf(town, first), unit: first.unit, version: 1 }),
    },
    ...town.people
      .filter((person) => person !== first)
      .map((person, at): Act => ({
        at: person.since ? times.at(times.month(person.since), at) : minute(40 + at),
        who: founder,
        does: (ctx, world) => join(ctx, world, town, person, unitOf(world, person.unit)),
      })),
    ...town.units.map((unit, at): Act => ({
      // Whoever is named must have come: places are given once all of the first year are there.
      at: latest(
        [unit.head, unit.liaison ?? unit.head].map((key) => town.people.find((person) => person.key === key)!),
        times,
        minute(100 + at),
      ),
      who: founder,
      does: (ctx, world) =>
        appoint(ctx, unitOf(world, unit.code), {
          head: personOf(world, unit.head).id,
          liaison: unit.liaison && personOf(world, unit.liaison).id,
        }),
    })),
    ...town.people
      .filter(({ until }) => until !== undefined)
      .map((person): Act => ({
        at: times.at(times.month(person.until!)),
        who: founder,
        does: async (ctx, world) => {
          personOf(world, person.key).left = true;
          return leave(ctx, personOf(world, person.key).id, { successor: null });
        },
      })),
    ...comings(town, times),
  ];
}

function latest(people: readonly Inhabitant[], times: Times, else_: Date): Date {
  return people
    .map(({ since }) => (since === undefined ? else_ : times.at(times.month(since), 300)))
    .reduce((one, other) => (one > other ? one : other));
}

const fieldsOf = (town: Town, { key, name, position, employment }: Inhabitant) => ({
  name,
  email: `${key}@${town.domain}`,
  position,
  employment: employment ?? ('servant' as const),
  language: 'es' as const,
});

async function join(ctx: Ctx, world: World, town: Town, person: Inhabitant, unit: number | null): Promise<void> {
  const { key, name, roles, unit: code } = person;
  const given = roles.map((role) => role.split('@') as [Role, string?]);
  const everywhere = given.flatMap(([role, within]) => (within ? [] : [role]));
  const id = accepted(await addPerson(ctx, { ...fieldsOf(town, person), unit, roles: everywhere }));
  for (const [role, within] of given) if (within) accepted(await giveRole(ctx, { person: id, role, unit: within }));
  const grants = given.map(([role, within]): Grant => ({
    role,
    unit: within ? unitOf(world, within) : null,
    units: within ? branch(world, town, within) : [],
  }));
  world.people.set(key, { id, left: false, actor: { kind: 'person', id, name, grants } });
  const liaison = town.units.find((one) => one.code === code)?.liaison;
  if (liaison) world.liaisons.set(code, world.people.has(liaison) ? liaison : (world.liaisons.get(code) ?? key));
}

function branch(world: World, town: Town, code: string): number[] {
  return [unitOf(world, code), ...town.units.filter((unit) => unit.parent === code).flatMap((unit) => branch(world, town, unit.code))];
}

/** Everybody who is here came in on one of the last workdays, so that nobody looks as if he never had. */
function comings(town: Town, times: Times): Act[] {
  return town.people
    .filter(({ until }) => until === undefined)
    .map((person, at): Act => {
      const when = times.at(addDays(times.today, -1 - draw(3, person.key)), draw(540, person.key, 'hour'));
      return {
        at: when,
        who: person.key,
        story: person,
        does: async (ctx, world) => {
          const { token } = await openSession(ctx, {
            person: personOf(world, person.key).id,
            device: devices[at % devices.length]!,
            secondFactor: false,
          });
          await identify(ctx.db, new Date(when.getTime() + 3 * 60_000), { cookie: token });
        },
      };
    });
}

/** Passwords are lent at the end, once and the same for all. */
export function closingActs(town: Town, times: Times): Act[] {
  return [
    {
      at: times.now,
      who: null,
      does: (ctx, world) =>
        lendPassword(
          ctx,
          [...world.people.values()].filter(({ left }) => !left).map(({ id }) => id),
          town.password,
        ),
    },
  ];
}
