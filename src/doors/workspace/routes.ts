import type { Address } from '#platform/http/address.ts';

export const addresses: readonly Address[] = [
  { path: '/workspace/settings', page: 'workspace/organization/settings.page.tsx', read: 'workspace.enter' },
  { path: '/workspace/settings/institution', page: 'workspace/organization/institution.page.tsx', read: 'workspace.enter', write: 'institution.edit' },
  { path: '/workspace/settings/units', page: 'workspace/organization/units.page.tsx', read: 'units.read' },
  { path: '/workspace/settings/units/new', page: 'workspace/organization/new-unit.page.tsx', read: 'units.edit', write: 'units.edit' },
  { path: '/workspace/settings/units/:unit', page: 'workspace/organization/unit.page.tsx', read: 'units.read', write: 'units.edit' },
  { path: '/workspace/settings/people', page: 'workspace/organization/people.page.tsx', read: 'people.read' },
  { path: '/workspace/settings/people/export', page: 'workspace/organization/people-export.page.ts', read: 'people.read' },
  { path: '/workspace/settings/people/new', page: 'workspace/organization/new-person.page.tsx', read: 'people.edit', write: 'people.edit' },
  { path: '/workspace/settings/people/:person', page: 'workspace/organization/person.page.tsx', read: 'people.read', write: 'people.edit' },
  { path: '/workspace/settings/agreements', page: 'workspace/organization/agreements.page.tsx', read: 'agreements.sign' },
  { path: '/workspace/settings/agreements/export', page: 'workspace/organization/agreements-export.page.ts', read: 'agreements.read' },
  { path: '/workspace/settings/agreements/new', page: 'workspace/organization/new-agreement.page.tsx', read: 'agreements.publish', write: 'agreements.publish' },
  { path: '/workspace/settings/agreements/sign', page: 'workspace/organization/sign-agreement.page.tsx', read: 'agreements.sign', write: 'agreements.sign' },
  { path: '/workspace/settings/agreements/texts/:number', page: 'workspace/organization/agreement-text.page.tsx', read: 'agreements.sign' },
  { path: '/workspace/settings/agreements/signatures/:signature', page: 'workspace/organization/signature.page.tsx', read: 'agreements.sign' },
];
