import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { addDays, dayIn, isDay } from '#platform/clock/day.ts';
import { wallClock } from '#platform/clock/wall-clock.ts';
import type { Slide, SlideSource } from '#platform/slides/slide.ts';
import { canonical } from '#platform/text/canonical.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { selectGroup } from './groups.queries.ts';
import { windowsFrom } from './playing.ts';
import type { PlaylistItem } from './playlists.input.ts';
import { selectPlaylistsOf, type Playlist } from './playlists.queries.ts';
import { selectShownPieces, type ShownPiece } from './screen-pieces.queries.ts';
import type { Screen } from './screen.ts';
import { mediaPath, slideHtml, type Glass } from './slide-html.ts';
import { selectCovering } from './takeovers.queries.ts';
import { takeoverHtml } from './takeover-html.ts';

/** All that a device needs to go on by itself: instants are milliseconds since 1970 by the house's clock. */
export interface Program {
  /** Of all the rest; the same as long as nothing changes. */
  readonly sha256: string;
  readonly screen: { readonly id: number; readonly name: string; readonly group: number | null; readonly excluded: boolean };
  readonly zone: string;
  readonly locale: string;
  /** How often somebody asked it to load itself anew. */
  readonly reloads: number;
  readonly windows: readonly { readonly from: number; readonly until: number; readonly playlist: number | null }[];
  /** The keys of the slides of each, in their order. */
  readonly playlists: Readonly<Record<string, readonly string[]>>;
  readonly slides: Readonly<Record<string, PlayedSlide>>;
  /** When nothing plays: the institution and the hour. */
  readonly idle: string;
  readonly takeover: { readonly id: number; readonly title: string; readonly html: string; readonly until: number } | null;
}

export interface PlayedSlide {
  readonly title: string;
  /** Such as `piece:7`. */
  readonly source: string;
  readonly seconds: number;
  readonly html: string;
  /** Addresses that must be in the device before it is shown. */
  readonly media: readonly string[];
  /** After it the slide is not shown. */
  readonly expires: number | null;
  /** A film stays until its end. */
  readonly film: boolean;
}

/** So many days a device goes on without a word from the house; then its weeks repeat. */
export const daysAhead = 15;
const mostPieces = 30;

export interface ProgramHouse {
  readonly sources: readonly SlideSource[];
  readonly origin: string;
}

/** What a screen plays, from today on. */
export async function programOf(ctx: Ctx, screen: Screen, { sources, origin }: ProgramHouse): Promise<Program> {
  const { zone, kind, name, emblem_file: emblem } = await institutionOf(ctx);
  const glass: Glass = { orientation: screen.orientation, large: screen.large, house: { kind, name, emblem }, origin };
  const group = screen.group === null ? undefined : await selectGroup(ctx.db, screen.group);
  const playlists = group && !screen.excludedAt ? await selectPlaylistsOf(ctx.db, group.id) : [];
  const shown = group ? await selectShownPieces(ctx.db, { group: group.id, open: group.public }, mostPieces) : [];
  const slides = new Map<string, PlayedSlide>();
  const audience = { open: group?.public ?? true, origin };
  const drawn = new Map<string, Promise<Slide | null>>();
  const supply = ({ kind: sort, ref }: PlaylistItem) => {
    const key = `${sort} ${ref}`;
    const slide = drawn.get(key) ?? sources.find((one) => one.kind === sort)?.draw(ctx, ref, audience) ?? Promise.resolve(null);
    drawn.set(key, slide);
    return slide;
  };
  const played: Record<string, string[]> = {};
  for (const { id, items } of playlists) {
    const keys: string[] = [];
    for (const item of items)
      for (const slide of await slidesOf(item, shown, supply, zone)) {
        const [key, one] = playable(slide, item.seconds, glass);
        slides.set(key, one);
        keys.push(key);
      }
    played[String(id)] = keys;
  }
  const covering = group && (await selectCovering(ctx.db, group.id, ctx.now));
  const start = wallClock(`${dayIn(ctx.now, zone)}T00:00`, zone);
  const program = {
    screen: { id: screen.id, name: screen.name, group: group?.id ?? null, excluded: screen.excludedAt !== null },
    zone,
    locale: 'es-CO',
    reloads: screen.reloads,
    windows: windowsOf(playlists, start, zone),
    playlists: played,
    slides: Object.fromEntries(slides),
    idle: slideHtml(hour, glass),
    takeover: covering
      ? {
          id: covering.id,
          title: covering.title,
          html: takeoverHtml(covering, screen.orientation, origin),
          until: covering.until.getTime(),
        }
      : null,
  };
  return { sha256: createHash('sha256').update(canonical(program)).digest('hex'), ...program };
}

const windowsOf = (playlists: readonly Playlist[], start: Date, zone: string) =>
  windowsFrom(playlists, start, daysAhead, zone).map(({ from, until, playlist }) => ({
    from: from.getTime(),
    until: until.getTime(),
    playlist,
  }));

/** A slide as it looks on a glass of this house, for who wants to see it before. */
export async function drawnSlide(ctx: Ctx, slide: Slide, on: Omit<Glass, 'house'>): Promise<string> {
  const { kind, name, emblem_file: emblem } = await institutionOf(ctx);
  return slideHtml(slide, { ...on, house: { kind, name, emblem } });
}

const hour: Slide = { kind: 'clock', title: '', source: '' };

async function slidesOf(
  item: PlaylistItem,
  shown: readonly ShownPiece[],
  supply: (item: PlaylistItem) => Promise<Slide | null>,
  zone: string,
): Promise<Slide[]> {
  if (item.kind === 'clock') return [hour];
  if (item.kind === 'pieces') return shown.map((piece) => slideOf(piece, zone));
  if (item.kind === 'piece') return shown.filter(({ source }) => source.id === item.ref).map((piece) => slideOf(piece, zone));
  const slide = await supply(item);
  return slide ? [slide] : [];
}

/** What went out as it was rendered and approved; a picture of its own beside its words. */
export function slideOf({ source, snapshot }: Pick<ShownPiece, 'source' | 'snapshot'>, zone: string): Slide {
  const image = snapshot.image as { file: string; alt: string } | null | undefined;
  const { call, address, expiresOn } = snapshot as { call?: unknown; address?: unknown; expiresOn?: unknown };
  return {
    kind: 'words',
    title: snapshot.title,
    source: `${source.type}:${source.id}`,
    ...(snapshot.lead ? { lead: snapshot.lead } : {}),
    ...(image ? { picture: { file: image.file, rendition: 'large', alt: image.alt } } : {}),
    ...(typeof address === 'string' && address ? { address } : {}),
    ...(typeof call === 'string' && call ? { call } : {}),
    ...(typeof expiresOn === 'string' && isDay(expiresOn) ? { expiresAt: wallClock(`${addDays(expiresOn, 1)}T00:00`, zone) } : {}),
  };
}

/** Six seconds, and one more for every three words. */
const readingSeconds = ({ title, lead = '', rows = [] }: Slide) =>
  6 + Math.ceil([title, lead, ...rows.flatMap(({ term, says }) => [term, says])].join(' ').split(/\s+/).filter(Boolean).length / 3);

function playable(slide: Slide, seconds: number | null, glass: Glass): [key: string, slide: PlayedSlide] {
  const html = slideHtml(slide, glass);
  const emblem = glass.house.emblem;
  const one: PlayedSlide = {
    title: slide.title,
    source: slide.source,
    seconds: seconds ?? readingSeconds(slide),
    html,
    media: [
      ...(slide.picture ? [mediaPath(slide.picture.file, slide.picture.rendition)] : []),
      ...(emblem ? [mediaPath(emblem, 'thumb')] : []),
    ],
    expires: slide.expiresAt?.getTime() ?? null,
    film: slide.kind === 'film',
  };
  const hash = createHash('sha256').update(canonical(one)).digest('hex').slice(0, 10);
  return [`${slide.source || slide.kind}~${hash}`, one];
}
