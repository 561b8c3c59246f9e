import type { Address } from '#platform/http/address.ts';

const anybody = { read: 'entry.use', write: 'entry.use' } as const;

export const addresses: readonly Address[] = [
  { path: '/sign-in', page: 'entry/sign-in.page.tsx', ...anybody },
  { path: '/sign-in/code', page: 'entry/code.page.tsx', ...anybody },
  { path: '/sign-in/passkey', page: 'entry/passkey.page.tsx', ...anybody },
  { path: '/sign-in/sso', page: 'entry/sso.page.tsx', read: 'entry.use' },
  { path: '/sign-in/sso/return', page: 'entry/sso-return.page.tsx', read: 'entry.use' },
  { path: '/sign-in/forgotten', page: 'entry/forgotten.page.tsx', ...anybody },
  { path: '/sign-out', page: 'entry/sign-out.page.tsx', ...anybody },
  { path: '/join/:token', page: 'entry/join.page.tsx', ...anybody },
  { path: '/language/:lang', page: 'entry/language.page.tsx', read: 'entry.use' },
  { path: '/setup', page: 'entry/setup/welcome.page.tsx', ...anybody },
  { path: '/setup/demonstration', page: 'entry/setup/demonstration.page.tsx', ...anybody },
  { path: '/setup/institution', page: 'entry/setup/institution.page.tsx', ...anybody },
  { path: '/setup/administrator', page: 'entry/setup/administrator.page.tsx', ...anybody },
  { path: '/setup/plan', page: 'entry/setup/plan.page.tsx', ...anybody },
];
