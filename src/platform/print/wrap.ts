import { openDrawing } from '#platform/pdf/drawing.ts';
import { faces, plainFace, type Face } from '#platform/pdf/faces.ts';
import { printable } from '#platform/pdf/printable.ts';

let ruler: PDFKit.PDFDocument | undefined;
const known: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map(), loud: new Map(), italic: new Map() };
const most = 20_000;

/** How wide a text is in a face, as a share of its size. */
export function widthOf(text: string, face: Face): number {
  const widths = known[face];
  let width = widths.get(text);
  if (width === undefined) {
    ruler ??= openDrawing({ autoFirstPage: false, font: plainFace });
    width = ruler.font(faces[face]).fontSize(1000).widthOfString(text) / 1000;
    if (widths.size > most) widths.clear();
    widths.set(text, width);
  }
  return width;
}

/** A text in lines that are no wider; a word that is wider than a line is broken where it ends. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const space = widthOf('n n', face) - widthOf('nn', face);
  const lines: string[] = [];
  for (const paragraph of printable(text).split('\n')) {
    let line = '';
    let long = 0;
    for (const word of paragraph
      .split(/[ \t]+/)
      .filter(Boolean)
      .flatMap((one) => broken(one, face, width / size))) {
      const wide = widthOf(word, face);
      if (line !== '' && (long + space + wide) * size > width) {
        lines.push(line);
        line = '';
      }
      long = line === '' ? wide : long + space + wide;
      line = line === '' ? word : `${line} ${word}`;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** The same in lines that are about as long as each other, as a title wants them. */
export function balanced(text: string, face: Face, size: number, width: number): string[] {
  const { length } = wrap(text, face, size, width);
  const longest = Math.max(0, ...wordsOf(text).map((word) => widthOf(word, face) * size));
  let [narrow, wide] = [Math.min(width, Math.max(width / 2, longest)), width];
  for (let turn = 0; turn < 7; turn += 1) {
    const middle = (narrow + wide) / 2;
    const lines = wrap(text, face, size, middle);
    if (lines.length > length) narrow = middle;
    else wide = middle;
  }
  return wrap(text, face, size, wide);
}

/** Whether no word has to be broken. */
export const wordsFit = (text: string, face: Face, size: number, width: number): boolean =>
  wordsOf(text).every((word) => widthOf(word, face) * size <= width);

const wordsOf = (text: string) => printable(text).split(/[ \t\n]+/);

function broken(word: string, face: Face, ems: number): string[] {
  if (widthOf(word, face) <= ems) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, face) > ems) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
