import type { Address } from '#platform/http/address.ts';

const read = 'memos.read';

/** Memos and circulars: numbered, signed, sent down the tree, and read. */
export const memosAddresses: readonly Address[] = [
  { path: '/workspace/memos', page: 'workspace/memos/memos.page.tsx', read },
  { path: '/workspace/memos/export', page: 'workspace/memos/memos-export.page.ts', read },
  { path: '/workspace/memos/series', page: 'workspace/memos/series.page.tsx', read, write: 'memos.number' },
  { path: '/workspace/memos/:memo', page: 'workspace/memos/memo.page.tsx', read },
  { path: '/workspace/memos/:memo/export', page: 'workspace/memos/readers-export.page.ts', read },
  { path: '/workspace/memos/:memo/document.pdf', page: 'workspace/memos/document.page.ts', read },
  { path: '/workspace/memos/:memo/reached/:unit', page: 'workspace/memos/sheet.page.tsx', read, write: 'memos.note' },
  { path: '/workspace/memos/:memo/sheets/:sheet', page: 'workspace/memos/correction.page.tsx', read, write: 'memos.note' },
  // Its head signs and sends, whatever his roles: the commands say whose it is.
  { path: '/workspace/pieces/:piece/memo', page: 'workspace/memos/desk.page.tsx', read, write: read },
  { path: '/workspace/pieces/:piece/memo/signature', page: 'workspace/memos/signature.page.tsx', read: 'memos.sign', write: 'memos.sign' },
];
