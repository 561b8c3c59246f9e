export { editorialPolicy } from './policy.ts';
export { type Block, type Body, emptyBody, largestBody, readBody } from './body.ts';
export { assetsIn, type Stretch, stretchesOf, textOf, wordsIn } from './body-text.ts';
export { contentHash } from './content-hash.ts';
export {
  type Check,
  checks,
  findKind,
  type Kind,
  kindCodes,
  type KindField,
  kindOf,
  kinds,
  type ReviewStep,
  reviewSteps,
} from './kinds.ts';
export {
  contentLines,
  type ContentLine,
  type FieldAsset,
  type Fields,
  type InformationClass,
  informationClasses,
  isSecret,
  type Piece,
  type PieceState,
  pieceStates,
  pieceTopic,
} from './piece.ts';
export { createPiece, discardPiece, editPieceDetails, getPiece, type Saved, savePiece } from './pieces.ts';
export { classInput, discardInput, newPieceInput, pieceDetailsInput, writtenPieceInput } from './pieces.input.ts';
export { readerOf, type Reader } from './readers.ts';
