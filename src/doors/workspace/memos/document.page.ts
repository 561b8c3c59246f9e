import { memoDocument } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { NotFound } from '#platform/refusal.ts';
import { attachment } from '#platform/sheets/write.ts';

/** A signed memo on paper, with the code by which anybody verifies it. */
export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.memo ?? '')) throw new NotFound(`memo ${params.memo}`);
  const institution = await institutionOf(ctx);
  const brand = {
    name: [institution.kind, institution.name].filter(Boolean).join(' '),
    colour: institution.color,
    emblem: await emblemOf(visit.app.files, ctx.db, institution.emblem_file),
  };
  const { name, pdf } = await memoDocument(
    ctx,
    Number(params.memo),
    brand,
    visit.app.config.PUBLIC_URL?.replace(/\/$/, '') ?? visit.origin,
  );
  return new Response(Uint8Array.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(`${name}.pdf`), 'cache-control': 'private, no-store' },
  });
});
