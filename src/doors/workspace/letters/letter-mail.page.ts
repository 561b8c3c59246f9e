import { letterFor, letterLookInput, letterDesk, viewPathOf } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { shownMail } from './shown-mail.ts';

/** The letter of a piece as one contact would get it, by day or by night. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const look = letterLookInput.parse(Object.fromEntries(url.searchParams));
  const { letter, piece } = await letterDesk(ctx, Number(params.piece), { why: look.why, origin: visit.origin });
  const view = viewPathOf(piece);
  const filled = await letterFor(ctx, letter, look.contact, { origin: visit.origin, view: view === null ? '' : visit.origin + view });
  return shownMail(filled.html, look.scheme);
});
