import type { Leaf, Part } from '#platform/print/marks.ts';
import { wordsFit } from '#platform/print/wrap.ts';
import { contrast, tonesOf } from '#platform/mail/tones.ts';
import { Column, moved } from './column.ts';
import { type Design, designs } from './designs.ts';
import { footOf, headOf } from './edges.ts';
import { type Ground, ink, type PrintWords, quiet } from './ground.ts';
import { papers, type Print, type PrintBlock } from './print.ts';

/**
 * A sheet as leaves of paper, and how many of its words are too many: 0 when all of it fits at a size that can be read. When some are,
 * the leaves say what fits.
 */
export function layOut(print: Print, words: PrintWords): { leaves: Leaf[]; over: number } {
  const [width, height] = papers[print.paper];
  const design = designs[print.sheet];
  const scale = Math.min(height / design.height, width / (design.height * (print.sheet === 'card' ? 0.773 : 0.647)));
  const ground: Ground = { width, height, margin: design.margin * scale, scale, design, ...coloursOf(print.house.colour) };
  const whole = leavesOf(ground, print, words);
  const over = whole.every(({ fits }) => fits) ? 0 : tooMany(ground, print, words);
  const leaves = over === 0 ? whole : leavesOf(ground, without(print, over), words);
  return { leaves: leaves.map(({ leaf }) => leaf), over };
}

/** A ground of the institution's own colour and letters that are read on it; a darker one when neither black nor white is. */
function coloursOf(colour: string): { fill: string; onFill: string } {
  const onFill = ['#ffffff', ink].find((one) => contrast(one, colour) >= 4.5);
  const { push, pushSays } = tonesOf(colour);
  return onFill ? { fill: colour, onFill } : { fill: push, onFill: pushSays };
}

interface Laid {
  readonly leaf: Leaf;
  readonly fits: boolean;
}

function leavesOf(ground: Ground, print: Print, words: PrintWords): Laid[] {
  if (!ground.design.back || print.text.length === 0) return [faceOf(ground, print, print.text, words, true)];
  return [faceOf(ground, print, [], words, false), backOf(ground, print, words)];
}

// From as large as there is room for down to the floor.
const steps = Array.from({ length: 21 }, (_, at) => 1 - at / 20);

function faceOf(ground: Ground, print: Print, text: readonly PrintBlock[], words: PrintWords, ends: boolean): Laid {
  const { width, height, margin, design, scale, fill, onFill } = ground;
  const inner = width - 2 * margin;
  const head = headOf(ground, print);
  const foot = footOf(ground, ends ? print : { ...print, when: '', where: '', call: '', address: '' }, words);
  const air = 18 * scale;
  const top = head.bottom + air;
  const room = height - margin - foot.height - air - top;
  const pad = print.picture ? 0 : 26 * scale;
  const written = (step: number) => {
    const colour = print.picture ? ink : onFill;
    const size = ({ most, least }: Design['title']) => (least + (most - least) * step) * scale;
    const column = new Column(margin + pad, 0, inner - 2 * pad);
    column.write('H1', print.title, { face: 'loud', size: size(design.title), colour, leading: 1.06, even: true });
    column.gap(size(design.title) * 0.22).write('P', print.lead, { face: 'regular', size: size(design.lead), colour, leading: 1.32 });
    const shown = column.y + 2 * pad;
    const below = new Column(margin, 0, inner);
    writeBlocks(below, text, size(design.text));
    const whole = wordsFit(print.title, 'loud', size(design.title), inner - 2 * pad);
    return { column, below, shown, whole, tall: shown + (below.y > 0 ? below.y + air * 0.8 : 0) };
  };
  const picture = (share: number) => (print.picture ? height * share + air : 0);
  const fitting = (share: number) =>
    steps.map(written).find(({ tall, whole }, at) => tall + picture(share) <= room && (whole || at === steps.length - 1));
  const found = fitting(design.picture.wanted) ?? fitting(design.picture.least);
  const { column, below, shown, tall } = found ?? written(0);
  const parts: Part[] = [...head.parts];
  let at = top;
  if (print.picture) {
    const tallest = Math.max(height * design.picture.least, room - tall - air);
    const place = { x: margin, y: top, width: inner, height: Math.min(tallest, inner * 1.1) };
    parts.push({ as: 'Figure', alt: print.picture.alt, marks: [{ is: 'picture', ...place }] });
    at += place.height;
    if (print.picture.credit) {
      const credit = new Column(margin, at + 3 * scale, inner);
      credit.write('P', print.picture.credit, { face: 'regular', size: 8 * Math.max(1, scale), colour: quiet, leading: 1.2 });
      parts.push(...credit.parts);
    }
    at += air;
    parts.push(...moved(column.parts, at));
    at += shown;
  } else {
    const panel = Math.max(shown, room - (tall - shown));
    parts.push({
      as: 'Artifact',
      marks: [{ is: 'fill', x: margin, y: top, width: inner, height: panel, colour: fill, round: 10 * scale }],
    });
    parts.push(...moved(column.parts, top + (panel - column.y) / 2));
    at += panel;
  }
  parts.push(...moved(below.parts, at + air * 0.8), ...foot.parts);
  return { leaf: { width, height, parts }, fits: found !== undefined };
}

function backOf(ground: Ground, print: Print, words: PrintWords): Laid {
  const { width, height, margin, design, scale } = ground;
  const foot = footOf(ground, print, words);
  const room = height - margin - foot.height - 16 * scale;
  const written = (step: number) => {
    const column = new Column(margin, margin, width - 2 * margin);
    writeBlocks(column, print.text, (design.text.least + (design.text.most - design.text.least) * step) * scale);
    return column;
  };
  const found = steps.map(written).find(({ y }) => y <= room);
  return { leaf: { width, height, parts: [...(found ?? written(0)).parts, ...foot.parts] }, fits: found !== undefined };
}

function writeBlocks(column: Column, blocks: readonly PrintBlock[], size: number): void {
  const plain = { size, colour: ink, leading: 1.42, face: 'regular' } as const;
  blocks.forEach(({ is, text, mark = '–' }, at) => {
    const after = blocks[at - 1]?.is;
    if (is === 'heading') column.gap(size).write('H2', text, { ...plain, face: 'bold', size: size * 1.18, leading: 1.25 });
    else if (is === 'item') column.gap(size * (after === 'item' ? 0.25 : 0.5)).write('LI', text, { ...plain, indent: size * 1.5 }, mark);
    else column.gap(size * (after === 'heading' ? 0.2 : 0.6)).write('P', text, plain);
  });
}

/** The fewest words without which it would fit, taken from its end: of the text first, then of the lead and the title. */
function tooMany(ground: Ground, print: Print, words: PrintWords): number {
  let [few, many] = [1, wordsIn(print)];
  while (few < many) {
    const middle = Math.floor((few + many) / 2);
    if (leavesOf(ground, without(print, middle), words).every(({ fits }) => fits)) many = middle;
    else few = middle + 1;
  }
  return few;
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
const wordsIn = ({ title, lead, text }: Print) => [title, lead, ...text.map((block) => block.text)].flatMap(wordsOf).length;

function without(print: Print, drop: number): Print {
  let left = drop;
  const shorter = (text: string) => {
    const all = wordsOf(text);
    const kept = all.slice(0, Math.max(0, all.length - left));
    left -= all.length - kept.length;
    return left === drop && kept.length === all.length ? text : kept.join(' ');
  };
  const text = print.text
    .toReversed()
    .map((block) => ({ ...block, text: shorter(block.text) }))
    .filter((block) => block.text !== '')
    .toReversed();
  const lead = shorter(print.lead);
  return { ...print, text, lead, title: shorter(print.title) };
}
