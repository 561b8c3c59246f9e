import type { Say } from '#platform/i18n/words.ts';

/** Where a page of a piece is: Piezas › the piece › the page. */
export function pieceCrumbs(piece: { readonly id: number; readonly title: string }, say: Say, here?: string) {
  return [
    { name: say('pieces.pieces'), to: '/workspace/pieces' },
    { name: piece.title, to: `/workspace/pieces/${piece.id}` },
    ...(here ? [{ name: here }] : []),
  ];
}
