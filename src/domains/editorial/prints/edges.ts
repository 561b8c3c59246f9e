import type { Mark, Part } from '#platform/print/marks.ts';
import { wrap } from '#platform/print/wrap.ts';
import { Column, moved } from './column.ts';
import { type Ground, ink, type PrintWords, quiet } from './ground.ts';
import type { Print } from './print.ts';

/** Whose it is, at the top: emblem, institution and unit. */
export function headOf({ width, margin, scale, design }: Ground, { house }: Print): { parts: Part[]; bottom: number } {
  const size = design.name * scale;
  const emblem = house.emblem ? size * 2.6 : 0;
  const column = new Column(margin + (emblem ? emblem + size * 0.8 : 0), 0, width - 2 * margin - emblem - size);
  column.write('P', house.name, { face: 'bold', size, colour: ink, leading: 1.25 });
  column.write('P', house.unit, { face: 'regular', size: size * 0.85, colour: quiet, leading: 1.3 });
  const height = Math.max(emblem, column.y);
  const mark: Part[] = emblem ? [{ as: 'Artifact', marks: [{ is: 'emblem', x: margin, y: margin, width: emblem, height: emblem }] }] : [];
  return { parts: [...mark, ...moved(column.parts, margin + (height - column.y) / 2)], bottom: margin + height };
}

/** When and where, what to do, and the code that leads there: at the bottom, as high as it needs. */
export function footOf(ground: Ground, print: Print, words: PrintWords): { parts: Part[]; height: number } {
  const facts = factsOf(ground, print, words);
  const bar = barOf(ground, print, words);
  const gap = facts.height > 0 ? 12 * ground.scale : 0;
  const height = facts.height + gap + bar.height;
  const top = ground.height - ground.margin - height;
  return { parts: [...moved(facts.parts, top), ...moved(bar.parts, top + facts.height + gap)], height };
}

function factsOf({ width, margin, scale, design }: Ground, { when, where }: Print, words: PrintWords): { parts: Part[]; height: number } {
  const size = design.facts * scale;
  const said = [
    { name: words.when, text: when },
    { name: words.where, text: where },
  ].filter(({ text }) => text !== '');
  const gap = size * 1.2;
  const each = (width - 2 * margin - gap * (said.length - 1)) / Math.max(1, said.length);
  const columns = said.map(({ name, text }, at) =>
    new Column(margin + at * (each + gap), 0, each)
      .write('P', name, { face: 'regular', size: size * 0.62, colour: quiet, leading: 1.3 })
      .write('P', text, { face: 'bold', size, colour: ink, leading: 1.2 }),
  );
  return { parts: columns.flatMap(({ parts }) => parts), height: Math.max(0, ...columns.map(({ y }) => y)) };
}

function barOf({ width, margin, scale, design, fill, onFill }: Ground, print: Print, words: PrintWords): { parts: Part[]; height: number } {
  const inner = width - 2 * margin;
  const call = print.call || (print.address ? words.more : '');
  if (!call)
    return {
      parts: [{ as: 'Artifact', marks: [{ is: 'fill', x: margin, y: 0, width: inner, height: 5 * scale, colour: fill }] }],
      height: 5 * scale,
    };
  const size = design.call * scale;
  const pad = size * 0.9;
  const code = print.address ? design.code * scale : 0;
  // Four modules of quiet around it (ISO/IEC 18004, 9.1), about an eighth of its side.
  const card = code * 1.25;
  const text = new Column(margin + pad, 0, inner - 2 * pad - (card ? card + pad * 0.5 : 0));
  text.write('P', call, { face: 'bold', size, colour: onFill, leading: 1.2 });
  if (code)
    text.gap(size * 0.25).write('P', readable(print.address, size * 0.62, inner - 2 * pad - card), {
      face: 'regular',
      size: size * 0.62,
      colour: onFill,
      leading: 1.3,
    });
  const height = Math.max(text.y + 2 * pad * 0.8, card ? card + pad : 0);
  const ground: Part = { as: 'Artifact', marks: [{ is: 'fill', x: margin, y: 0, width: inner, height, colour: fill, round: 10 * scale }] };
  const parts = [ground, ...moved(text.parts, (height - text.y) / 2)];
  if (code) {
    const [x, y] = [width - margin - card - pad * 0.5, (height - card) / 2];
    const marks: Mark[] = [
      { is: 'fill', x, y, width: card, height: card, colour: '#ffffff', round: 4 * scale },
      { is: 'code', x: x + code / 8, y: y + code / 8, side: code },
    ];
    parts.push({ as: 'Figure', alt: `${words.code}: ${print.address}`, marks });
  }
  return { parts, height };
}

/** An address as one writes it down; of one that is too long, whose it is. */
function readable(address: string, size: number, width: number): string {
  const short = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return wrap(short, 'regular', size, width).length <= 2 ? short : (short.split('/')[0] ?? short);
}
