import { addDays, addMonths, dayIn, daysBetween, type Day } from '#platform/clock/day.ts';
import { startOfQuarter } from '#platform/clock/period.ts';
import { holidaysOf, nonWorking } from '#domains/organization/index.ts';

const zone = 'America/Bogota';
const nobodyWorks = nonWorking(holidaysOf, []);

/**
 * The days of the demonstration, all told from today. The plan's years are cycles of four quarters of which today lies in the
 * last one, so that there is always most of a year to show: from October to December they are the calendar's own.
 */
export class Times {
  readonly today: Day;
  readonly now: Date;
  #start: Day;

  constructor(now: Date) {
    this.now = now;
    this.today = dayIn(now, zone);
    this.#start = addMonths(startOfQuarter(this.today), -9);
  }

  /** The present year of the plan is 0, the one before it −1. */
  cycle(count: number): { startsOn: Day; endsOn: Day } {
    const startsOn = addMonths(this.#start, count * 12);
    return { startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) };
  }

  get plan(): { startsOn: Day; endsOn: Day } {
    return { startsOn: this.cycle(-2).startsOn, endsOn: this.cycle(1).endsOn };
  }

  /** `c0+12`, `c1end`, `t-16`, `q+4` (data/communications.yaml). The quarter began at least two weeks ago. */
  day(said: string): Day {
    const [, anchor = '', count = '0', end, days = '0'] = /^(c|t|q)(-?\d+(?=$|end|[+-]))?(end)?([+-]\d+)?$/.exec(said) ?? [];
    if (anchor === 'c') return addDays(this.cycle(Number(count))[end ? 'endsOn' : 'startsOn'], Number(days));
    if (anchor === 't') return addDays(this.today, Number(count) + Number(days));
    if (anchor === 'q') return addDays(earlier(startOfQuarter(this.today), addDays(this.today, -14)), Number(count) + Number(days));
    throw new Error(`not a day of the demonstration: ${said}`);
  }

  /** The days that `months` after the plan's start are. */
  month(months: number): Day {
    return addMonths(this.plan.startsOn, months);
  }

  /** An instant of a day when somebody works; a day off is told the workday before. `minute` counts from 8:00. */
  at(day: Day, minute = 60): Date {
    let worked = day;
    while (nobodyWorks(worked)) worked = addDays(worked, -1);
    return new Date(Date.parse(`${worked}T13:00:00Z`) + minute * 60_000);
  }

  /** The first workday on or after a day. */
  workday(day: Day): Day {
    let worked = day;
    while (nobodyWorks(worked)) worked = addDays(worked, 1);
    return worked;
  }

  passed(day: Day): boolean {
    return daysBetween(day, this.today) >= 0;
  }
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
