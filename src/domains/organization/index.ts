export { type Holiday, HOLIDAY_YEARS, holidaysOf } from './holidays.ts';
export { nonWorking } from './non-working.ts';
export { organizationPolicy } from './policy.ts';
export { identify } from './sessions.ts';
export { isSetUp } from './institution.ts';
