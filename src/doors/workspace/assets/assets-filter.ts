import { assetFilterInput } from '#domains/editorial/index.ts';

/** What the address of the library asks for. */
export const assetsFilter = (url: URL) => assetFilterInput.parse(Object.fromEntries(url.searchParams));
