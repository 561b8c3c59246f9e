export { type Holiday, HOLIDAY_YEARS, holidaysOf } from './holidays.ts';
export { nonWorking } from './non-working.ts';
