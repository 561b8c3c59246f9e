import { transactAbreast, type Db } from '#platform/db/database.ts';
import type { App } from '#platform/http/visit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { isSetUp, lockFounding } from '#domains/organization/index.ts';
import { actContext, AskedOnce } from './context.ts';
import { readData, type Town } from './data.ts';
import { everyAct } from './every-act.ts';
import { countRows } from './statistics.queries.ts';
import { Telling } from './telling.ts';
import { Times } from './times.ts';
import { actorOf, emptyWorld, type Act, type World } from './world.ts';

const town = await readData<Town>('town');

/** Who may come in, with which password, and as whom: what the console and the door show. */
export const accounts: readonly { readonly email: string; readonly password: string; readonly says: string }[] = town.people.flatMap(
  ({ key, name, account }) => (account ? [{ email: `${key}@${town.domain}`, password: town.password, says: `${name}, ${account}` }] : []),
);

/** The house holds an institution already: a demonstration is only loaded into an empty one. */
export class NotEmpty extends Error {}

/** Another process loads it, and takes longer than one waits. */
export class UnderWay extends Error {}

/**
 * Fills an empty house with the Alcaldía de Puerto Claro: every act of nearly three years, by the person who did it, at its
 * time, through the commands that people use. All or nothing, and by one at a time: who comes second waits.
 * @throws NotEmpty, UnderWay
 */
export async function loadDemonstration(app: App): Promise<void> {
  const times = new Times(app.clock());
  const acts = await everyAct(town, times);
  await transactAbreast(app.database.url, (db) => carryOutAll(acts, emptyWorld(app, times, new AskedOnce()), db));
}

// More of them wait for the database anyway.
const abreast = 12;

async function carryOutAll(acts: readonly Act[], world: World, db: Db): Promise<void> {
  if (!(await lockFounding(db))) throw new UnderWay('Otro proceso está cargando la demostración. Espere a que termine.');
  if (await isSetUp(db)) throw new NotEmpty('Aquí ya hay una institución. La demostración solo se carga en una base vacía.');
  const under = new Map<object, Promise<unknown>>();
  let before: Promise<unknown> = Promise.resolve();
  const until = async (goes: () => boolean) => {
    while (!goes()) await Promise.race(under.values());
  };
  try {
    for (const [at, act] of acts.entries()) {
      const { story } = act;
      await until(() => (story ? under.size < abreast && !under.has(story) : under.size === 0));
      if (at % 1500 === 1499) await countRows(db);
      before = Promise.all([before, carryOut(act, world, db, before)]).then(() => under.delete(story ?? act));
      under.set(story ?? act, before);
      if (!story) await before;
    }
    await until(() => under.size === 0);
  } finally {
    // Nothing may be asked of the connection after the transaction has ended.
    await Promise.allSettled(under.values());
  }
}

async function carryOut(act: Act, world: World, db: Db, before: Promise<unknown>): Promise<void> {
  const telling = new Telling();
  const ctx = actContext(db, world, actorOf(world, act.who), act.at, telling);
  const result = await act.does(ctx, world);
  if (isRefusal(result))
    throw new Error(`${ctx.actor.name} was refused on ${act.at.toISOString()}: ${result.refused} ${JSON.stringify(result.details)}`);
  await before;
  await telling.write();
}
