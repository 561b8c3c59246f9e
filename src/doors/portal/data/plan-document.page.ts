import { createHash } from 'node:crypto';
import { institutionOf } from '#domains/organization/index.ts';
import { planPdf, planWord, publicDocument } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { pdfType, wordType } from '#platform/documents/types.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { open } from './open-data.ts';

// A version in force does not change: its documents are laid out once for each language, not once a visit.
const kept = new Map<string, Promise<Uint8Array>>();
const most = 12;

const forms = { pdf: [planPdf, pdfType], docx: [planWord, wordType] } as const;

/** The plan in force as an accessible document, PDF or Word. */

export const loader = load(async ({ ctx, params, url, visit }) => {
  const form = url.pathname.endsWith('.docx') ? 'docx' : 'pdf';
  const [write, type] = forms[form];
  const [document, institution] = await Promise.all([publicDocument(ctx, params.code!), institutionOf(ctx)]);
  const name = [institution.kind, institution.name].filter(Boolean).join(' ');
  const key = createHash('sha256')
    .update(JSON.stringify([form, document, name, institution.version, visit.locale]))
    .digest('hex');
  const made =
    kept.get(key) ??
    (async () =>
      write(
        {
          ...document,
          rows: document.rows.map((row) => ({ ...row, answers: [row.post, row.unitName].filter(Boolean).join(', ') })),
        },
        { name, colour: institution.color, emblem: await emblemOf(visit.app.files, ctx.db, institution.emblem_file) },
        visit.locale,
        visit.now,
      ))();
  kept.set(key, made);
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  try {
    return open(Uint8Array.from(await made), type, { tag: key, name: `${document.plan.code}-${document.version.number}.${form}` });
  } catch (cause) {
    kept.delete(key);
    throw cause;
  }
});
