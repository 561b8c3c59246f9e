import { previewMailing } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { shownMail } from '../letters/shown-mail.ts';

/** The letter of a mailing as one of its recipients gets it, by day or by night. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.mailing ?? '')) throw new NotFound(`mailing ${params.mailing}`);
  const like = Number(url.searchParams.get('like')) || null;
  const { filled } = await previewMailing(ctx, Number(params.mailing), visit.origin, like);
  return shownMail(filled.html, url.searchParams.get('scheme') === 'dark' ? 'dark' : 'light');
});
