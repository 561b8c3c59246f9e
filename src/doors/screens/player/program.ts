/** What the house sends (`programOf` of channels): instants are milliseconds by its clock. */
export interface Program {
  readonly sha256: string;
  readonly screen: { readonly id: number; readonly name: string; readonly group: number | null };
  readonly zone: string;
  readonly locale: string;
  readonly reloads: number;
  readonly windows: readonly { readonly from: number; readonly until: number; readonly playlist: number | null }[];
  readonly playlists: Readonly<Record<string, readonly string[]>>;
  readonly slides: Readonly<Record<string, Slide>>;
  readonly idle: string;
  readonly takeover: { readonly id: number; readonly title: string; readonly html: string; readonly until: number } | null;
}

export interface Slide {
  readonly title: string;
  readonly source: string;
  readonly seconds: number;
  readonly html: string;
  readonly media: readonly string[];
  readonly expires: number | null;
  readonly film: boolean;
}

const week = 7 * 86_400_000;

/** The playlist whose turn it is. Beyond what the house said, the last week that it said repeats. */
export function playlistAt({ windows }: Pick<Program, 'windows'>, now: number): number | null {
  const end = windows.at(-1)?.until ?? 0;
  const begin = windows[0]?.from ?? 0;
  let at = now;
  if (at >= end) at -= Math.ceil((at - end + 1) / week) * week;
  if (at < begin) at += Math.ceil((begin - at) / week) * week;
  return windows.find(({ from, until }) => from <= at && at < until)?.playlist ?? null;
}

/** The slides to be shown one after another at an instant: those whose time is not over, and whose pictures are here. */
export function slidesAt(program: Program, now: number, isHere: (media: string) => boolean): string[] {
  const playlist = playlistAt(program, now);
  if (playlist === null) return [];
  return (program.playlists[String(playlist)] ?? []).filter((key) => {
    const slide = program.slides[key];
    return slide !== undefined && (slide.expires === null || now < slide.expires) && slide.media.every(isHere);
  });
}

/** What covers everything, until its hour. */
export function coverAt({ takeover }: Program, now: number): Program['takeover'] {
  return takeover && now < takeover.until ? takeover : null;
}
