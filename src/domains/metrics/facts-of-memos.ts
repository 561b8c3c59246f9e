import { z } from 'zod';
import type { Day } from '#platform/clock/day.ts';
import { counting, type Count, type Told } from './counting.ts';

const sent = z.object({ units: z.array(z.object({ unit: z.number().nullable(), people: z.number() })) });
const read = z.object({ people: z.number(), named: z.number().default(0), day: z.custom<Day>((day) => typeof day === 'string') });

/**
 * How far what is said from above comes down. The share of readers is a figure of the day on which a memo was sent: its base is for whom it
 * was, by dependency; each reading adds to it. Who has no account is one more of both.
 */
export const memoFacts = counting('metrics.memo-facts', {
  'memo.sent': (told) => [
    { measure: 'editorial.memos_sent', once: true },
    ...sent.parse(told.payload).units.map(({ unit, people }): Count => share(told, unit, 0, people)),
  ],
  'memo.read': (told) => readings(told),
  'memo.reached': (told) => readings(told),
  // What a list said wrong is counted away: it tells the difference.
  'memo.reach_corrected': (told) => readings(told),
});

function readings(told: Told): Count[] {
  const { people, named, day } = read.parse(told.payload);
  return [
    { measure: 'editorial.memo_reads', amount: people },
    { ...share(told, told.belongs.unit ?? null, people, named), day },
  ];
}

const share = ({ event }: Told, unit: number | null, amount: number, base: number): Count => ({
  measure: 'editorial.memo_reading_rate',
  unit,
  amount,
  base,
  record: { type: 'memo_reading', id: `${event.subject_id}.${unit ?? 0}` },
});
