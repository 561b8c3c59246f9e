import { institutionOf } from '#domains/organization/index.ts';
import { getVersionByNumber, listVersions, planPdf, planWord, versionDocument } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { emblemOf } from '#platform/pdf/emblem.ts';
import { pdfType, wordType } from '#platform/documents/types.ts';
import { fileAnswer } from './downloads.ts';
import { planOf } from './shown.ts';

/** A version as an accessible document, PDF or Word: the one that the address names, else the one in force, else the newest. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  const plan = await planOf(ctx, params['plan']);
  const asked = params['number'] ?? url.searchParams.get('version');
  const versions = await listVersions(ctx, plan.id);
  const version = asked
    ? await getVersionByNumber(ctx, plan.id, Number.parseInt(asked, 10) || 0)
    : (versions.find(({ state }) => state === 'in_force') ?? versions[0]);
  if (!version) throw new NotFound(`version of plan ${plan.id}`);
  const [document, institution] = await Promise.all([versionDocument(ctx, version.id), institutionOf(ctx)]);
  const printed = {
    ...document,
    rows: document.rows.map((row) => ({ ...row, answers: [row.personName, row.unitName].filter(Boolean).join(', ') })),
  };
  const brand = {
    name: [institution.kind, institution.name].filter(Boolean).join(' '),
    colour: institution.color,
    emblem: await emblemOf(visit.app.files, ctx.db, institution.emblem_file),
  };
  const [form, write, type] = /(pdf)$/.test(url.pathname) ? (['pdf', planPdf, pdfType] as const) : (['docx', planWord, wordType] as const);
  return fileAnswer(`${plan.code}-${version.number}.${form}`, await write(printed, brand, visit.locale, visit.now), type);
});
