import { writeLetter } from '#domains/channels/index.ts';
import { previewPiece } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { shownMail } from '../letters/shown-mail.ts';

/** The mail that would go out of a piece, whole. Mail carries its style in its tags; nothing of it runs here. */
export const loader = load(async ({ ctx, params, visit }) => {
  const { shown } = await previewPiece(ctx, Number(params.piece), params.channel ?? '');
  const letter = await writeLetter(ctx, { snapshot: shown, language: 'es', why: 'internal', origin: visit.origin });
  return shownMail(letter.html);
});
