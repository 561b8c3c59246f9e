import type { Day } from '#platform/clock/day.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import { system } from '#platform/ctx.ts';
import type { App } from '#platform/http/visit.ts';
import type { Slot } from '#domains/editorial/index.ts';
import { planInForce, versionTree, type Row } from '#domains/plan/index.ts';
import type { Telling } from './telling.ts';
import type { Times } from './times.ts';

/** What was made so far, by the names that the data uses. Acts read it when their time comes. */
export interface World {
  readonly app: App;
  /** What was asked of the house and does not change. */
  readonly asked: Map<string, Promise<unknown>>;
  readonly times: Times;
  readonly units: Map<string, number>;
  readonly people: Map<string, { readonly id: string; readonly actor: Actor; left: boolean }>;
  /** Who answers for what hangs from a dependency when the one named has left. */
  readonly liaisons: Map<string, string>;
  /** The pictures and films of the library by what they show. */
  readonly assets: Map<string, number>;
  /** The galleries that are out, the first first. */
  readonly pieces: number[];
  /** Those that hang. */
  readonly screens: number[];
  readonly slots: (Pick<Slot, 'id' | 'kind' | 'recurrence' | 'startsOn' | 'endsOn'> & { readonly filled: Set<Day> })[];
  readonly campaigns: {
    readonly id: number;
    readonly code: string;
    readonly motif: string | null;
    readonly starts: Day;
    readonly ends: Day;
  }[];
  /** Plans by code, with the rows of their version in force by code. */
  readonly plans: Map<string, { id: number; version: number; rows: Map<string, Row> }>;
}

/** Where an act is carried out. */
export interface ActContext extends Ctx {
  readonly telling: Telling;
}

/** Something that somebody did at some time: the demonstration is a list of them, carried out in order of time. */
export interface Act {
  readonly at: Date;
  /** The key of a person, null for the system; or whoever it is when the time comes. */
  readonly who: string | null | ((world: World) => string);
  readonly does: (ctx: ActContext, world: World) => Promise<unknown>;
  /** What it is a step of. Steps of different stories go side by side; what is of none waits for all before it, and all wait for it. */
  readonly story?: object;
}

export function emptyWorld(app: App, times: Times, asked: World['asked']): World {
  return {
    app,
    asked,
    times,
    units: new Map(),
    people: new Map(),
    liaisons: new Map(),
    assets: new Map(),
    pieces: [],
    screens: [],
    slots: [],
    campaigns: [],
    plans: new Map(),
  };
}

export function actorOf(world: World, who: Act['who']): Actor {
  if (who === null) return system;
  return personOf(world, typeof who === 'function' ? who(world) : who).actor;
}

export function personOf(world: World, key: string) {
  const person = world.people.get(key);
  if (!person) throw new Error(`nobody of the demonstration is called ${key}`);
  return person;
}

export function unitOf(world: World, code: string): number {
  const unit = world.units.get(code);
  if (unit === undefined) throw new Error(`no dependency of the demonstration is called ${code}`);
  return unit;
}

/** A row of a plan in force. */
export function rowOf(world: World, plan: string, code: string): Row | undefined {
  return world.plans.get(plan)?.rows.get(code);
}

/** Who answers for a row now: the person named, of an indicator that of its activity; the dependency's liaison when he has left. */
export function answering(world: World, plan: string, code: string): string {
  const row = rowOf(world, plan, code)!;
  const named = row.person ? row : ([...world.plans.get(plan)!.rows.values()].find(({ item }) => item === row.parent) ?? row);
  const [key, person] = [...world.people].find(([, { id }]) => id === named.person) ?? [];
  if (key && !person!.left) return key;
  const [unit] = [...world.units].find(([, id]) => id === named.unit)!;
  return world.liaisons.get(unit)!;
}

/** Reads again what a plan says, after a version came into force. */
export async function readPlan(ctx: Ctx, world: World, code: string, id: number): Promise<void> {
  const { version } = (await planInForce(ctx, id))!;
  world.plans.set(code, { id, version: version.id, rows: byCode(await versionTree(ctx, version.id)) });
}

/** Codes of the data are unique across kinds, but an objective «1» is no activity. */
export function byCode(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

/** Where the addresses begin that leave in mails. */
export const originOf = ({ app: { config } }: World): string => config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
