import { load } from '#platform/http/page.ts';
import { readMail } from '#platform/mail/outbox.ts';
import { NotFound } from '#platform/refusal.ts';
import { letterLookInput } from '#domains/editorial/index.ts';
import { shownMail } from '../letters/shown-mail.ts';
import { mailId, withoutOwnLinks } from './guarded.ts';

/** A mail of the outbox as a program shows it: nothing of it runs, and it asks for pictures alone. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const { html, state } = await readMail(ctx, mailId(params.mail));
  if (html === null) throw new NotFound('mail');
  const asked = url.searchParams.get('scheme');
  // Pictures of the house are asked for where this page was: the mail says where the house is seen from outside.
  const { PUBLIC_URL, PORT } = visit.app.config;
  const here = html.replaceAll(` src="${PUBLIC_URL ?? `http://localhost:${PORT}`}/`, ' src="/');
  return shownMail(withoutOwnLinks(here, state), asked === null ? undefined : letterLookInput.parse({ scheme: asked }).scheme);
});
