import type { Day } from '#platform/clock/day.ts';
import type { CalendarItem } from './calendar.ts';
import type { Said } from './voice.ts';

const said = (key: string, vars: Said['vars'] = {}): Said => ({ key: `plan.voice.calendar_${key}`, vars });

/** A month: how much it owes, what of it is late, and what comes next. `on` is a day. */
export function calendarVoice(items: readonly Pick<CalendarItem, 'endsOn' | 'state' | 'title' | 'item'>[], month: Day, today: Day): Said {
  const here = items.filter(({ endsOn, state }) => endsOn.slice(0, 7) === month.slice(0, 7) && state !== 'cancelled');
  if (here.length === 0) return said('none');
  const open = here.filter(({ state }) => state !== 'done');
  if (open.length === 0) return said('done', { count: here.length });
  const late = open.filter(({ state }) => state === 'late').length;
  const next = open.find(({ endsOn }) => endsOn >= today);
  const vars = { count: open.length, late };
  if (!next) return said('all_late', vars);
  const upcoming = { ...vars, next: next.title, href: `/workspace/activities/${next.item}`, on: next.endsOn };
  return said(late > 0 ? 'late' : 'owed', upcoming);
}
