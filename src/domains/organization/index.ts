export { type Holiday, HOLIDAY_YEARS, holidaysOf } from './holidays.ts';
export { nonWorking } from './non-working.ts';
export { organizationPolicy } from './policy.ts';
export { identify } from './sessions.ts';
export { institutionOf, isSetUp } from './institution.ts';
export { searchOrganization } from './search.ts';
