import { readFileSync } from 'node:fs';
import { tonesOf } from '#platform/mail/tones.ts';
import { escaped } from '#platform/text/markup.ts';

/** Everything that a letter says, in its place. What is named `…Html` is markup that is already safe; the rest is plain words. */
export interface Framed {
  readonly language: string;
  /** Whose it is, and below it lighter: «Puerto al día», «Alcaldía de Puerto Claro». */
  readonly name: string;
  readonly house: string;
  /** At the right, such as a number and a day; one line each. */
  readonly mark: readonly string[];
  /** Address of the emblem; null when there is none. */
  readonly emblem: string | null;
  /** #rrggbb */
  readonly color: string;
  readonly title: string;
  /** Shown by programs beside the subject, before it is opened. */
  readonly preheader: string;
  readonly lead: string;
  readonly plate: { readonly src: string; readonly alt: string } | null;
  readonly greeting: string;
  readonly bodyHtml: string;
  readonly button: { readonly href: string; readonly says: string } | null;
  readonly footHtml: string;
  /** `https://…` of the house as the outside sees it: what begins with `/` is put below it. */
  readonly origin: string;
}

// Made from letter.mjml by `bin/letters`, as its first line says; that line does not leave.
const template = readFileSync(new URL('../../../templates/email/letter.html', import.meta.url), 'utf8').replace(/^.*\n/, '');

const optional = ['emblem', 'house', 'lead', 'plate', 'greeting', 'button'] as const;
const coloured = new Map<string, string>();

/** The template in an institution's colour: made once for each. */
function inColour(color: string): string {
  const known = coloured.get(color);
  if (known !== undefined) return known;
  const { day, night, pushSays, nightPush, nightPushSays } = tonesOf(color);
  // The template's own five, which stand for the institution's (letter.mjml).
  const tones: Readonly<Record<string, string>> = {
    '#b00001': day,
    '#b00002': night,
    '#b00003': pushSays,
    '#b00004': nightPush,
    '#b00005': nightPushSays,
  };
  const made = template.replace(/#b0000[1-5]/g, (one) => tones[one]!);
  if (coloured.size > 20) coloured.clear();
  coloured.set(color, made);
  return made;
}

/**
 * A letter as HTML: one column of at most 600 px made of tables, all that matters in the tags, because programs that read mail drop
 * style sheets. Its personal holes stay holes.
 */
export function frameLetter(framed: Framed): string {
  const { origin, plate, button } = framed;
  const parts: Readonly<Record<string, string>> = {
    language: escaped(framed.language),
    title: escaped(framed.title),
    preheader: escaped(framed.preheader),
    name: escaped(framed.name),
    house: escaped(framed.house),
    mark: framed.mark.map((one) => escaped(one).replaceAll(' ', '&nbsp;')).join('<br>'),
    emblem: escaped(whole(framed.emblem ?? '', origin)),
    headline: escaped(framed.title),
    lead: escaped(framed.lead).replaceAll('\n', '<br>'),
    plate: escaped(whole(plate?.src ?? '', origin)),
    plate_alt: escaped(plate?.alt ?? ''),
    greeting: escaped(framed.greeting),
    body: below(framed.bodyHtml, origin),
    button: escaped(whole(button?.href ?? '', origin)),
    button_says: escaped(button?.says ?? ''),
    foot: below(framed.footHtml, origin),
  };
  const html = optional.reduce(
    (drawn, part) => (parts[part] === '' ? drawn.replaceAll(between(part), '') : drawn.replaceAll(markOf(part), '')),
    inColour(framed.color),
  );
  // In one pass: what somebody wrote is never taken for a place of the template.
  return html.replace(/\[\[(\w+)\]\]/g, (_, part: string) => parts[part] ?? '');
}

const between = (part: string) => new RegExp(`<!-- if ${part} -->[\\s\\S]*?<!-- end ${part} -->`, 'g');
const markOf = (part: string) => new RegExp(`<!-- (if|end) ${part} -->`, 'g');

/** Addresses of the house, whole. Words in markup are escaped: a quote in them is never one of a tag. */
const below = (html: string, origin: string) => html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${origin}/`);
const whole = (address: string, origin: string) => (/^\/(?!\/)/.test(address) ? origin + address : address);
