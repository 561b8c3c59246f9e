import { dispatchPrintPdf } from '#domains/editorial/index.ts';
import { pdfType } from '#platform/documents/types.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { fileAnswer } from '../plan/downloads.ts';

/** A sheet as it went out: what hangs is this. */
export const loader = load(async ({ ctx, params, visit }) => {
  const { dispatch = '', sheet = '' } = params;
  if (!/^\d{1,15}$/.test(dispatch)) throw new NotFound(`dispatch ${dispatch}`);
  const { name, pdf } = await dispatchPrintPdf(ctx, Number(dispatch), sheet, { files: visit.app.files, origin: visit.origin });
  return fileAnswer(`${name}.pdf`, pdf, pdfType);
});
