import type { CalendarItem } from '#domains/plan/index.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { LightName } from '#ui/state.tsx';

/** What is neither done nor late is not yet: dashed. */
export function lightOf({ state }: Pick<CalendarItem, 'state'>): LightName {
  return state === 'late' ? 'off' : state === 'done' ? 'good' : 'none';
}

/** «16 días tarde», «cumplida». */
export function stateIn(say: Say, { state, daysLate }: Pick<CalendarItem, 'state' | 'daysLate'>): string {
  return state === 'late' ? say('plan.days_late', { count: daysLate }) : say(`plan.activity.${state}`);
}
