import type { Address } from '#platform/http/address.ts';

export const addresses: readonly Address[] = [
  { path: '/intranet', page: 'intranet/home.page.tsx', read: 'workspace.enter' },
  { path: '/intranet/directory', page: 'intranet/directory.page.tsx', read: 'people.read' },
  { path: '/intranet/ask', page: 'intranet/requests/ask.page.tsx', read: 'requests.ask', write: 'requests.ask' },
  { path: '/intranet/requests', page: 'intranet/requests/own-requests.page.tsx', read: 'requests.read' },
  { path: '/intranet/requests/:request', page: 'intranet/requests/own-request.page.tsx', read: 'requests.read', write: 'requests.ask' },
  { path: '/intranet/news', page: 'intranet/news.page.tsx', read: 'workspace.enter' },
  { path: '/intranet/news/:slug', page: 'intranet/news-item.page.tsx', read: 'workspace.enter', write: 'self.edit' },
  { path: '/intranet/preview/:piece', page: 'intranet/preview.page.tsx', read: 'pieces.read', framed: true },
  { path: '/intranet/splash/:dispatch', page: 'intranet/splash.page.tsx', read: 'workspace.enter', write: 'self.edit' },
  { path: '/intranet/resources', page: 'intranet/resources.page.tsx', read: 'workspace.enter' },
  { path: '/intranet/search', page: 'intranet/search.page.tsx', read: 'people.read' },
];
