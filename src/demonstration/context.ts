import { system, type Actor, type Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { App } from '#platform/http/visit.ts';
import { commandContext } from '#platform/events/tell.ts';
import { startingSegments } from '#domains/audiences/index.ts';
import { finishRequests, piecesGoOut } from '#domains/editorial/index.ts';
import { actorOf, type Act, type ActContext, type World } from './world.ts';
import type { Telling } from './telling.ts';

/** Carried out at once, so that what follows from an act of months ago happened months ago. */
const atOnce = [startingSegments, piecesGoOut, finishRequests];
const names: ReadonlySet<string> = new Set(atOnce.map(({ name }) => name));

/** The context of an act: who did it and when, with what follows from it at the same time. */
export function actContext(db: Db, world: World, actor: Actor, now: Date, telling: Telling): ActContext {
  const { owed, vault } = world.app;
  const ctx = commandContext(db, actor, now, (event) => owed(event).filter((name) => !names.has(name)), vault);
  return {
    ...ctx,
    telling,
    asked: world.asked,
    tell: async (told) => {
      telling.keep(ctx, [told].flat());
      for (const event of [told].flat())
        for (const reaction of atOnce.filter(({ to }) => to.includes(event.name)))
          await reaction.react(actContext(db, world, system, now, telling), {
            id: 0,
            name: event.name,
            subject_type: event.subject.type,
            subject_id: String(event.subject.id),
            payload: JSON.parse(JSON.stringify(event.payload ?? {})) as Record<string, unknown>,
            actor_id: actor.id,
            happened_at: now,
          });
    },
  };
}

/** The same moment, by somebody else. */
export const contextOf = ({ db, now, telling }: ActContext, world: World, who: Act['who']): Ctx =>
  actContext(db, world, actorOf(world, who), now, telling);

/** The house as workers know it, within the act. */
export const houseAt = ({ db, now }: ActContext, { app }: World): App => ({
  ...app,
  clock: () => now,
  database: { ...app.database, primary: db, reader: db },
});

/** What is asked for tens of thousands of times and does not change from the founding on; everything else is asked anew. */
export class AskedOnce extends Map<string, Promise<unknown>> {
  override set(name: string, answer: Promise<unknown>): this {
    return name === 'institution' || name === 'channels' ? super.set(name, answer) : this;
  }
}
