import { printable } from '#platform/pdf/printable.ts';
import { type Element, Sheets, type SheetSettings } from '#platform/pdf/sheets.ts';
import { codeOf } from './code.ts';
import type { Leaf, Mark, Part } from './marks.ts';

/** What marks stand for: bytes of PNG or JPEG by the place they fill, and where a code leads. */
export interface Painted {
  readonly picture?: Uint8Array | undefined;
  readonly emblem?: Uint8Array | undefined;
  readonly address?: string | undefined;
}

/** Leaves as a tagged PDF, each on a page of its own measure. */
export function paintPdf(leaves: readonly Leaf[], painted: Painted, settings: Omit<SheetSettings, 'paper'>): Promise<Uint8Array> {
  const [first] = leaves as [Leaf];
  const sheets = new Sheets({ ...settings, paper: [first.width, first.height] });
  leaves.forEach(({ width, height, parts }, at) => {
    if (at > 0) sheets.doc.addPage({ size: [width, height], margin: 0 });
    paintParts(sheets, parts, painted);
  });
  return sheets.finish();
}

function paintParts(sheets: Sheets, parts: readonly Part[], painted: Painted): void {
  let list: Element | undefined;
  for (const { as, alt, marks } of parts) {
    const paint = () => marks.forEach((mark, at) => paintMark(sheets, mark, painted, at < marks.length - 1));
    if (as !== 'LI') {
      list?.end();
      list = undefined;
    }
    if (as === 'Artifact') sheets.artifact(paint);
    else if (as === 'Figure') sheets.inside(sheets.root, 'Figure', paint, { alt: printable(alt ?? '') });
    else if (as === 'LI') {
      list ??= sheets.add(sheets.root, 'L');
      const item = sheets.add(list, 'LI');
      sheets.inside(item, 'LBody', paint);
      item.end();
    } else sheets.inside(sheets.root, as, paint);
  }
  list?.end();
}

function paintMark(sheets: Sheets, mark: Mark, painted: Painted, more: boolean): void {
  const { doc } = sheets;
  const { x, y } = mark;
  if (mark.is === 'text') {
    // Lines of one part are words of one sentence: without a space they would be heard as one word.
    const text = more ? `${mark.text} ` : mark.text;
    sheets.font(mark.face, mark.size, mark.colour).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  } else if (mark.is === 'fill') {
    doc
      .save()
      .roundedRect(x, y, mark.width, mark.height, mark.round ?? 0)
      .fill(mark.colour)
      .restore();
  } else if (mark.is === 'code') paintCode(doc, mark, painted.address ?? '');
  else {
    const bytes = painted[mark.is];
    if (bytes)
      doc.image(Buffer.from(bytes), x, y, {
        fit: [mark.width, mark.height],
        align: mark.is === 'picture' ? 'center' : undefined,
        valign: 'center',
      });
  }
}

function paintCode(doc: PDFKit.PDFDocument, { x, y, side }: Extract<Mark, { is: 'code' }>, address: string): void {
  const { size, runs } = codeOf(address);
  const one = side / size;
  doc.save();
  // A hair wider, so that no white line shows between two rows.
  for (const { row, column, length } of runs) doc.rect(x + column * one, y + row * one, length * one + 0.05, one + 0.05);
  doc.fill('#000000').restore();
}
