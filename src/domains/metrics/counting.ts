import { todayOf } from '#domains/organization/index.ts';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/clock/day.ts';
import type { EventName } from '#platform/events/names.ts';
import type { HappenedEvent, Reaction } from '#platform/events/reactions.ts';
import { recordFacts, recordOnce, type Belongings, type Fact } from './facts.ts';

/** What an event's payload says under `belongs`: all that its facts belong to. */
export const belongsShape = z.object({
  activity: z.number().nullish(),
  campaign: z.number().nullish(),
  piece: z.number().nullish(),
  unit: z.number().nullish(),
  channels: z.array(z.string()).default([]),
  classes: z.array(z.string()).default([]),
  segments: z.array(z.string()).default([]),
  regions: z.array(z.string()).default([]),
  kind: z.string().nullish(),
  line: z.string().nullish(),
  section: z.string().nullish(),
  tool: z.string().nullish(),
}) satisfies z.ZodType<Belongings>;

/** One thing that an event counts. What it does not say is the event's own: its day, its belongings, its subject as the record. */
export interface Count extends Belongings {
  readonly measure: string;
  /** 1 unless said. */
  readonly amount?: number;
  readonly base?: number;
  readonly day?: Day;
  readonly record?: Fact['record'];
  /** Counted only the first time that anything says it of the record. */
  readonly once?: boolean;
}

export interface Told {
  readonly event: HappenedEvent;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The day on which it happened, in the institution's zone. */
  readonly day: Day;
  readonly belongs: Belongings;
}

/** The reaction that writes a domain's facts: what each of its events counts. An event counts each measure of a record once. */
export function counting(name: string, counts: Readonly<Partial<Record<EventName, (told: Told) => readonly Count[]>>>): Reaction {
  return { name, to: Object.keys(counts) as EventName[], react: (ctx, event) => count(ctx, event, counts[event.name as EventName]!) };
}

async function count(ctx: Ctx, event: HappenedEvent, counts: (told: Told) => readonly Count[]): Promise<void> {
  const day = await todayOf({ ...ctx, now: event.happened_at });
  const belongs = belongsShape.parse(event.payload['belongs'] ?? {});
  const record = { type: event.subject_type, id: event.subject_id };
  const facts = counts({ event, payload: event.payload, day, belongs }).map(({ once = false, ...said }) => ({
    once,
    fact: { amount: 1, day, record, ...belongs, ...said, event: event.id },
  }));
  const saying = (once: boolean) => facts.filter((one) => one.once === once).map(({ fact }) => fact);
  await recordFacts(ctx.db, saying(false));
  await recordOnce(ctx, saying(true));
}
