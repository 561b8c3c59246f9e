import { z } from 'zod';
import { parseDay } from '#platform/clock/day.ts';
import { counting, type Count, type Told } from './counting.ts';

const shape = z.object({
  periodStart: z.string(),
  state: z.string().default(''),
  onTime: z.boolean().default(false),
  fellOn: z.string().default(''),
});

/** Whether each time that an activity was owed it was reported, and done, on time: said once, when it is known. */
export const planFacts = counting('metrics.plan-facts', {
  'activity.reported': (told) => {
    const { state, onTime } = shape.parse(told.payload);
    const amount = onTime ? 1 : 0;
    return [
      { ...about(told), measure: 'plan.reports_given', once: false },
      { ...about(told), measure: 'plan.reports_on_time', amount },
      ...(state === 'done' ? [{ ...about(told), measure: 'plan.activities_on_time', amount }] : []),
    ];
  },
  'activity.fell_late': (told) => {
    const day = parseDay(shape.parse(told.payload).fellOn);
    return [
      { ...about(told), measure: 'plan.reports_on_time', amount: 0, day },
      { ...about(told), measure: 'plan.activities_on_time', amount: 0, day },
    ];
  },
});

function about({ event, payload }: Told): Omit<Count, 'measure'> {
  return { record: { type: 'occurrence', id: `${event.subject_id}:${shape.parse(payload).periodStart}` }, once: true };
}
