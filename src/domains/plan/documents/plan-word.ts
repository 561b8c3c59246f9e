import type { DocumentBrand } from '#platform/documents/writer.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { writePlan } from './plan-document.ts';
import type { Printed } from './printed.ts';

/** A version of a plan as a Word document (DOCX) in the institution's brand, to be worked on elsewhere. */
export async function planWord(printed: Printed, brand: DocumentBrand, locale: Locale, now: Date): Promise<Uint8Array> {
  const say = sayIn(locale);
  const { plan, version } = printed;
  const { WordFile } = await import('#platform/word/word-file.ts');
  const word = new WordFile({
    title: plan.title,
    language: locale === 'en' ? 'en-US' : 'es-CO',
    author: brand.name,
    subject: plan.summary,
    created: now,
    accent: brand.colour,
    foot: `${plan.title} · ${say('plan.document.version', { number: version.number })}`,
    page: (page, of) => say('plan.document.page', { page, of }),
  });
  await writePlan(word, printed, brand, locale);
  return word.finish();
}
