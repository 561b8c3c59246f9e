import { createHash } from 'node:crypto';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { socialPicture } from '#platform/pictures/social-picture.ts';
import { NotFound } from '#platform/refusal.ts';
import { picturedPage } from './address.ts';
import { saidOf } from './said.ts';

// A picture of the same words is the same: some hundreds of about 20 kB are drawn once a process.
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const most = 300;

/** `/og/plan~pec.png`: what networks show of a page of the portal, and of nothing else. */
export const loader = load(async ({ ctx, params, visit }) => {
  const page = picturedPage(params.picture ?? '');
  if (!page) throw new NotFound('picture');
  const [said, institution] = await Promise.all([saidOf(ctx, page, say(visit.locale)), institutionOf(ctx)]);
  const { kind, name, color, emblem_file: file, version } = institution;
  const title = said.title ?? `${kind} ${name}`.trim();
  const key = createHash('sha256')
    .update(JSON.stringify([title, said.kicker, version]))
    .digest('base64url')
    .slice(0, 22);
  const drawing =
    kept.get(key) ??
    emblemOf(visit.app.files, ctx.db, file).then((emblem) =>
      socialPicture({ title, kicker: said.kicker, institution: { kind, name, color, emblem } }),
    );
  kept.set(key, drawing);
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  try {
    return new Response(await drawing, {
      headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300', etag: `"${key}"` },
    });
  } catch (cause) {
    kept.delete(key);
    throw cause;
  }
});
