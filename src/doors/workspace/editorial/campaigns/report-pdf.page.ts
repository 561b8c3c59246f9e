import { campaignReportPdf } from '#domains/editorial/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { NotFound } from '#platform/refusal.ts';
import { attachment } from '#platform/sheets/write.ts';

/** The report of a campaign as an accessible PDF in the institution's brand. */
export const loader = load(async ({ ctx, params, visit }) => {
  if (!/^\d{1,15}$/.test(params.campaign ?? '')) throw new NotFound(`campaign ${params.campaign}`);
  const institution = await institutionOf(ctx);
  const brand = {
    name: [institution.kind, institution.name].filter(Boolean).join(' '),
    colour: institution.color,
    emblem: await emblemOf(visit.app.files, ctx.db, institution.emblem_file),
  };
  const { name, pdf } = await campaignReportPdf(ctx, Number(params.campaign), brand, visit.locale);
  return new Response(Uint8Array.from(pdf), {
    headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(`${name}.pdf`), 'cache-control': 'private, no-store' },
  });
});
