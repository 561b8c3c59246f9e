import { todayOf } from '#domains/organization/index.ts';
import { uploadAsset, uploadInput } from '#domains/editorial/index.ts';
import type { Typed } from '#platform/http/form.ts';
import { parse } from '#platform/http/form.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Visit } from '#platform/http/visit.ts';
import { shownAsset, type ShownAsset } from './shown-asset.ts';

/** What became of one file of many: it came in, or why not. */
export interface TakenIn {
  readonly name: string;
  readonly asset?: ShownAsset;
  /** What of the library looks nearly the same. */
  readonly alike: readonly { readonly id: number; readonly title: string; readonly thumb: string }[];
  /** `existing` is the asset that the library has already with the same content. */
  readonly refusal?: { readonly code: string; readonly sentence: string; readonly existing: number | null };
}

type Perform = <T>(work: (ctx: Ctx) => Promise<T | Refusal>) => Promise<T | Refusal>;

/** Takes in every file of a form, each in a transaction of its own, so that one that is refused keeps none of the others out. */
export async function takeIn(visit: Visit, typed: Typed, perform: Perform): Promise<TakenIn[] | Refusal> {
  const input = parse(uploadInput, typed.fields);
  if (isRefusal(input)) return input;
  const say = sayIn(visit.locale);
  const taken: TakenIn[] = [];
  for (const file of Object.values(typed.files).flat()) {
    const result = await perform(async (ctx) => {
      const uploaded = await uploadAsset(ctx, visit.app.files, { name: file.name, content: file.content(), ...input });
      return isRefusal(uploaded) ? uploaded : { ...uploaded, today: await todayOf(ctx) };
    });
    if (isRefusal(result)) {
      const { refused: code, details } = result;
      const existing = typeof details.asset === 'number' ? details.asset : null;
      taken.push({ name: file.name, alike: [], refusal: { code, sentence: say(`refusals.${code}`, details), existing } });
    } else {
      const alike = result.alike.map(({ id, title, file: picture }) => ({ id, title, thumb: `/files/${picture}/thumb` }));
      taken.push({ name: file.name, asset: shownAsset(result.asset, result.today, say), alike });
    }
  }
  return taken;
}
