import { piecePrintPdf } from '#domains/editorial/index.ts';
import { pdfType } from '#platform/documents/types.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { fileAnswer } from '../plan/downloads.ts';

/** A sheet of a piece as it stands now, as an accessible PDF in the institution's brand. */
export const loader = load(async ({ ctx, params, visit }) => {
  const { piece = '', channel = '', sheet = '' } = params;
  if (!/^\d{1,15}$/.test(piece)) throw new NotFound(`piece ${piece}`);
  const { name, pdf } = await piecePrintPdf(ctx, Number(piece), channel, sheet, { files: visit.app.files, origin: visit.origin });
  return fileAnswer(`${name}.pdf`, pdf, pdfType);
});
