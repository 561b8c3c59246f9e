import type { Address } from '#platform/http/address.ts';

const read = 'portal.read';

export const addresses: readonly Address[] = [
  { path: '/', page: 'portal/home.page.tsx', read },
  { path: '/plan', page: 'portal/plan/plans.page.tsx', read },
  { path: '/plan/:code', page: 'portal/plan/plan.page.tsx', read },
  { path: '/plan/:code/text', page: 'portal/plan/text.page.tsx', read },
  { path: '/plan/:code/activities', page: 'portal/plan/activities.page.tsx', read },
  { path: '/plan/:code/activities.csv', page: 'portal/data/activities.page.ts', read },
  { path: '/plan/:code/activities.xlsx', page: 'portal/data/activities.page.ts', read },
  { path: '/plan/:code/versions', page: 'portal/plan/versions.page.tsx', read },
  { path: '/plan/:code/indicators/:item', page: 'portal/plan/indicator.page.tsx', read },
  { path: '/plan/:code/indicators/:item/data.csv', page: 'portal/data/csv.page.ts', read },
  { path: '/plan/:code/data', page: 'portal/data/data.page.tsx', read },
  { path: '/plan/:code/data.csv', page: 'portal/data/csv.page.ts', read },
  { path: '/plan/:code/data.json', page: 'portal/data/json.page.ts', read },
  { path: '/plan/:code/data.xlsx', page: 'portal/data/xlsx.page.ts', read },
  { path: '/plan/:code/data.schema.json', page: 'portal/data/schema.page.ts', read },
  { path: '/plan/:code/plan.pdf', page: 'portal/data/plan-document.page.ts', read },
  { path: '/plan/:code/plan.docx', page: 'portal/data/plan-document.page.ts', read },
  { path: '/plan/:code/plan.xlsx', page: 'portal/data/plan-file.page.ts', read },
  { path: '/plan/:code/plan.yaml', page: 'portal/data/plan-file.page.ts', read },
  { path: '/request/:code', page: 'portal/asking/ask.page.tsx', read, write: 'requests.ask_outside' },
  { path: '/request/follow/:token', page: 'portal/asking/follow.page.tsx', read, write: 'requests.ask_outside', kept: false },
  { path: '/search', page: 'portal/search.page.tsx', read },
  { path: '/accessibility', page: 'portal/accessibility.page.tsx', read },
  { path: '/preferences/:choice', page: 'portal/preference.page.ts', read },
  { path: '/robots.txt', page: 'portal/robots.page.ts', read },
  { path: '/sitemap.xml', page: 'portal/sitemap.page.ts', read },
];
