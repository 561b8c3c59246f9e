import { say } from '#platform/i18n/dictionary.ts';
import type { Slide, SlideRow } from '#platform/slides/slide.ts';
import { element, escaped } from '#platform/text/markup.ts';
import { qrSvg } from './qr.ts';
import type { Orientation } from './screen.ts';
import { coast } from './slide-art.ts';

/** How a slide is drawn: for which glass, and in whose name. */
export interface Glass {
  readonly orientation: Orientation;
  readonly large: boolean;
  readonly house: { readonly kind: string; readonly name: string; readonly emblem: string | null };
  /** What addresses begin with, `https://…`. */
  readonly origin: string;
}

// What an institution says is in Spanish, whoever reads it.
const words = say('es');

/** Where a screen finds a file of the house. */
export const mediaPath = (file: string, rendition: string | null): string =>
  `/screens/media/${file}${rendition === null ? '' : `/${rendition}`}`;

/**
 * A slide as HTML: sizes, columns and colours are the style sheet's (`ui/styles/screens.css`); the hour is filled in by the player, at
 * `data-clock` and `data-date`, and the bars of the turn at `data-turn`.
 */
export function slideHtml(slide: Slide, glass: Glass): string {
  const says = glass.large ? { ...slide, lead: '' } : slide;
  const body = glass.orientation === 'lying' ? lying(says, glass) : standing(says, glass);
  const kind = [`glass ${glass.orientation}`, slide.kind, glass.large && 'large', slide.picture && 'pictured'].filter(Boolean).join(' ');
  return element('div', { class: kind }, body);
}

function lying(slide: Slide, glass: Glass): string {
  if (slide.kind === 'picture' || slide.kind === 'film') return media(slide) + corner() + turn;
  if (slide.kind === 'clock') return brand(glass) + bigClock() + turn;
  const side = slide.picture && slide.kind === 'words' ? media(slide) : coast;
  return `${brand(glass)}<main class="says">${said(slide)}</main>${scan(slide, glass)}${turn}<div class="side">${side}${clock}</div>`;
}

function standing(slide: Slide, glass: Glass): string {
  if (slide.kind === 'picture' || slide.kind === 'film') return media(slide) + corner() + turn;
  if (slide.kind === 'clock') return `<header>${brand(glass)}</header>${bigClock()}${turn}`;
  const plate = slide.picture ? `<div class="plate">${media(slide)}</div>` : slide.huge ? '' : `<div class="plate drawn">${coast}</div>`;
  return `<header>${brand(glass)}${clock}</header><main class="says">${plate}${said(slide)}</main>${scan(slide, glass)}${turn}`;
}

function said({ kicker, title, lead, huge, rows }: Slide): string {
  return [
    kicker ? `<p class="kicker">${escaped(kicker)}</p>` : '',
    huge ? `<p class="huge">${hugeOf(huge)}</p>` : '',
    `<h1 class="voice ${length(title)}">${loud(title)}</h1>`,
    lead ? `<p class="lede">${escaped(lead)}</p>` : '',
    rows && rows.length > 0 ? `<dl>${rows.map(row).join('')}</dl>` : '',
  ].join('');
}

const row = ({ term, says, until }: SlideRow) =>
  element('div', { 'data-until': until?.getTime() }, `<dt>${escaped(term)}</dt><dd>${escaped(says)}</dd>`);

/** The unit of a figure is said half as large: «78 %». */
const hugeOf = (huge: string) => escaped(huge).replace(/[\s\u00a0\u202f]*([^\d.,\s\u00a0\u202f]+)$/u, '<small>\u202f$1</small>');

/** Figures in the voice are loud. */
export const loud = (text: string): string => escaped(text).replace(/(?<![\p{L}#&\d])\d+(?:[.,]\d+)*(?:[\s\u00a0]?%)?/gu, '<b>$&</b>');

/** Twelve words fill a slide; longer ones are set smaller so that all of them are read. */
const length = (text: string) => (text.length > 95 ? 'longest' : text.length > 58 ? 'long' : text.length > 36 ? 'middling' : 'short');

function media({ kind, picture }: Slide): string {
  if (!picture) return '';
  const src = mediaPath(picture.file, picture.rendition);
  return kind === 'film'
    ? element('video', { src, muted: true, autoplay: true, playsinline: true, 'aria-label': picture.alt }, '')
    : `<img src="${escaped(src)}" alt="${escaped(picture.alt)}">`;
}

function scan({ address, call }: Slide, { origin }: Glass): string {
  if (!address) return '<div class="scan"></div>';
  const link = /^https?:\/\//.test(address) ? address : address.startsWith('/') ? origin + address : `https://${address}`;
  const shown = link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  // What is too long to be typed from a wall is only pointed at.
  const typed = shown.length <= 44 ? escaped(shown) : escaped(words('screens.glass.point'));
  return `<div class="scan">${qrSvg(link, escaped(words('screens.glass.code', { address: shown })))}<p><b>${escaped(call || words('screens.glass.more'))}</b>${typed}</p></div>`;
}

export function brand({ house: { kind, name, emblem } }: Pick<Glass, 'house'>): string {
  const drawn = emblem
    ? `<img class="emblem" src="${escaped(mediaPath(emblem, 'thumb'))}" alt="">`
    : `<svg class="emblem" viewBox="0 0 56 56" aria-hidden="true"><circle cx="28" cy="28" r="27" fill="none" stroke="currentColor" stroke-width="2"/><text x="28" y="35" text-anchor="middle" font-size="20" font-weight="800" fill="currentColor">${escaped(initials(name))}</text></svg>`;
  return `<div class="brand">${drawn}<span>${escaped(kind)} <b>${escaped(name)}</b></span></div>`;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();

export const clock = '<p class="clock"><b data-clock></b><span data-date></span></p>';
const corner = () => `<div class="corner">${clock}</div>`;
const bigClock = () => '<main class="says"><p class="hour" data-clock></p><p class="day" data-date></p></main>';
const turn = '<div class="turn" data-turn></div>';
