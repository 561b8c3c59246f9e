import type { DocumentBrand } from '#platform/documents/writer.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { TaggedPdf } from '#platform/pdf/tagged-pdf.ts';
import { writePlan } from './plan-document.ts';
import type { Printed } from './printed.ts';

/** A version of a plan as an accessible PDF in the institution's brand. */
export async function planPdf(printed: Printed, brand: DocumentBrand, locale: Locale, now: Date): Promise<Uint8Array> {
  // Twice: what pages its contents lead to is known only when it is laid out.
  const measured = await lay(printed, brand, locale, now, new Map());
  return (await lay(printed, brand, locale, now, measured.pages)).finish();
}

async function lay(
  printed: Printed,
  brand: DocumentBrand,
  locale: Locale,
  now: Date,
  pages: ReadonlyMap<string, number>,
): Promise<TaggedPdf> {
  const say = sayIn(locale);
  const { plan, version } = printed;
  const pdf = new TaggedPdf({
    title: plan.title,
    language: locale === 'en' ? 'en' : 'es-CO',
    author: brand.name,
    subject: plan.summary,
    created: now,
    accent: brand.colour,
    pages,
    foot: (page, of) =>
      `${plan.title} · ${say('plan.document.version', { number: version.number })} · ${say('plan.document.page', { page, of })}`,
  });
  await writePlan(pdf, printed, brand, locale);
  return pdf;
}
