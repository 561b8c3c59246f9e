import { pieceFilterInput } from '#domains/editorial/index.ts';

/** What the address of the list of pieces asks for. */
export const piecesFilter = (url: URL) => pieceFilterInput.parse(Object.fromEntries(url.searchParams));
