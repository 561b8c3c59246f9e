import type { Ctx } from '#platform/ctx.ts';
import { addDays, type Day } from '#platform/clock/day.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { Slide, SlideSource } from '#platform/slides/slide.ts';
import { institutionOf, todayOf } from '#domains/organization/index.ts';
import type { Asset } from './asset.ts';
import { assetsById, listAssets } from './assets.ts';
import { assetFilterInput } from './assets.input.ts';
import { calendarBetween } from './calendar.ts';

// What an institution says is in Spanish, whoever reads it.
const words = say('es');
const agendaDays = 14;
const agendaRows = 4;

/** Pictures and films of the library: whole on the glass, as long as they may be used. */
const assets: SlideSource = {
  kind: 'asset',
  choices: async (ctx) => {
    const { assets: found } = await listAssets(ctx, assetFilterInput.parse({}), 200);
    const today = await todayOf(ctx);
    return found.filter((asset) => isShowable(asset, today)).map(({ id, title }) => ({ ref: String(id), name: title }));
  },
  nameOf: async (ctx, ref) => (await showable(ctx, ref))?.title ?? null,
  draw: async (ctx, ref) => {
    const asset = await showable(ctx, ref);
    if (!asset) return null;
    const film = asset.kind === 'video';
    return {
      kind: film ? 'film' : 'picture',
      title: asset.title,
      source: `asset:${asset.id}`,
      picture: { file: asset.file, rendition: film ? null : 'large', alt: asset.alt },
      ...(asset.expiresOn ? { expiresAt: wallClock(`${addDays(asset.expiresOn, 1)}T00:00`, (await institutionOf(ctx)).zone) } : {}),
    };
  },
};

async function showable(ctx: Ctx, ref: string): Promise<Asset | undefined> {
  if (!/^\d{1,15}$/.test(ref)) return undefined;
  const asset = (await assetsById(ctx, [Number(ref)])).get(Number(ref));
  return asset && isShowable(asset, await todayOf(ctx)) ? asset : undefined;
}

const isShowable = ({ kind, secret, withdrawnAt, expiresOn }: Asset, today: Day) =>
  (kind === 'image' || kind === 'video') && !secret && withdrawnAt === null && (expiresOn === null || expiresOn >= today);

/** What the plans in force do in the next two weeks, which anybody may know. */
const agenda: SlideSource = {
  kind: 'agenda',
  choices: () => Promise.resolve([{ ref: '', name: words('screens.glass.agenda') }]),
  nameOf: () => Promise.resolve(words('screens.glass.agenda')),
  draw: async (ctx): Promise<Slide | null> => {
    const today = await todayOf(ctx);
    const { zone } = await institutionOf(ctx);
    const { activities } = await calendarBetween(ctx, { what: 'activities' }, today, addDays(today, agendaDays));
    const coming = activities
      .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.item - other.item))
      .slice(0, agendaRows);
    const format = formatIn('es', zone);
    return coming.length === 0
      ? null
      : {
          kind: 'agenda',
          title: words('screens.glass.coming'),
          source: 'agenda',
          rows: coming.map(({ day, title }) => ({
            term: day === today ? words('screens.glass.today') : `${format.dayName(day)} ${Number(day.slice(8))}`,
            says: title,
            until: wallClock(`${addDays(day, 1)}T00:00`, zone),
          })),
        };
  },
};

export const editorialSlides: readonly SlideSource[] = [assets, agenda];
