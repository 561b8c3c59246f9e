import type { Column, DocumentWriter, Entry, Level, Text } from '#platform/documents/writer.ts';
import { printable } from './printable.ts';
import { ink, margins, quiet, right, Sheets, width, type SheetSettings } from './sheets.ts';
import { writeTable } from './table.ts';

interface Settings extends SheetSettings {
  /** `#rrggbb`, for rules; never for text, since a yellow one would not be read. */
  readonly accent: string;
  /** On which page each anchor lies, as a first layout found (`pages`): until then its contents have no numbers. */
  readonly pages?: ReadonlyMap<string, number>;
  /** What each page's foot says beside its number. */
  readonly foot: (page: number, pages: number) => string;
}

const headings = [
  { size: 30, face: 'loud', above: 0 },
  { size: 17, face: 'loud', above: 22 },
  { size: 13, face: 'bold', above: 15 },
  { size: 11, face: 'bold', above: 11 },
  { size: 10, face: 'bold', above: 8 },
] as const;

/**
 * A letter-size document whose structure a screen reader follows: headings, paragraphs, lists, tables with heads, links, bookmarks,
 * language and title; what is only drawn is marked as artifact (ISO 32000-1 §14.8; ISO 14289-1 is followed, not claimed).
 */
export class TaggedPdf implements DocumentWriter {
  readonly #settings: Settings;
  readonly #sheets: Sheets;
  readonly #outlines: PDFKit.PDFOutline[] = [];
  readonly #pages = new Map<string, number>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#sheets = new Sheets(settings);
  }

  /** `level` from 1; with `anchor`, a place that contents lead to and a bookmark. */
  heading(level: Level, text: string, anchor?: string): void {
    const { size, face, above } = headings[level - 1]!;
    this.#sheets.space(above, size * 3 + 24);
    if (level === 2) this.#sheets.rule(this.#settings.accent, 1.5, 7);
    if (anchor) this.#mark(anchor, level, text);
    this.#sheets.write(`H${level}`, text, { size, face, after: size / 3 });
  }

  paragraph(text: Text, { size = 10.5, muted = false, after = 7 } = {}): void {
    this.#sheets.write('P', text, { size, face: 'regular', colour: muted ? quiet : ink, after });
  }

  list(items: readonly Text[], ordered = false): void {
    const sheets = this.#sheets;
    const list = sheets.add(sheets.root, 'L');
    items.forEach((item, at) => {
      const entry = sheets.add(list, 'LI');
      sheets.space(0, 30);
      const { y } = sheets.doc;
      const { page } = sheets;
      sheets.inside(entry, 'Lbl', () => {
        sheets.font('regular', 10.5).text(ordered ? `${at + 1}.` : '–', margins.left, y, { width: 18, lineBreak: false });
      });
      if (page === sheets.page) sheets.doc.y = y;
      sheets.write('LBody', item, { size: 10.5, face: 'regular', after: 4, indent: 18 }, entry);
      entry.end();
    });
    list.end();
    sheets.doc.moveDown(0.4);
  }

  table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    writeTable(this.#sheets, caption, columns, rows);
  }

  /** What the document holds, each line a link to its place; page numbers once they are known. */
  contents(title: string, entries: readonly Entry[]): void {
    this.heading(2, title);
    const sheets = this.#sheets;
    const toc = sheets.add(sheets.root, 'TOC');
    for (const { title: text, to, level } of entries) {
      sheets.space(0, 20);
      const item = sheets.add(toc, 'TOCI');
      const reference = sheets.add(item, 'Reference');
      const { y } = sheets.doc;
      const indent = (level - 2) * 16;
      sheets.inside(reference, 'Link', () => {
        sheets.font('regular', 10.5).text(printable(text), margins.left + indent, y, { width: width - indent - 40, goTo: to });
      });
      const after = sheets.doc.y;
      const number = this.#settings.pages?.get(to);
      if (number)
        sheets.inside(item, 'Lbl', () => {
          sheets.font('regular', 10.5).text(String(number), right - 36, y, { width: 36, align: 'right', lineBreak: false });
        });
      sheets.doc.x = margins.left;
      sheets.doc.y = after + 3;
      reference.end();
      item.end();
    }
    toc.end();
  }

  image(bytes: Uint8Array, alt: string, height: number): void {
    const { doc, root } = this.#sheets;
    const figure = doc.struct('Figure', { alt }, () => {
      doc.image(Buffer.from(bytes), margins.left, doc.y, { height });
    });
    root.add(figure);
    figure.end();
    doc.y += height + 18;
  }

  newPage(): void {
    this.#sheets.doc.addPage();
  }

  /** On which page each anchor came to lie. */
  get pages(): ReadonlyMap<string, number> {
    return this.#pages;
  }

  finish(): Promise<Uint8Array> {
    return this.#sheets.finish(this.#settings.foot);
  }

  #mark(anchor: string, level: number, text: string): void {
    const { doc, page } = this.#sheets;
    doc.addNamedDestination(anchor, 'XYZ', margins.left, doc.y, null);
    this.#pages.set(anchor, page);
    const parent = this.#outlines.slice(0, level).findLast((one) => one !== undefined) ?? doc.outline;
    this.#outlines.length = level;
    this.#outlines[level] = parent.addItem(printable(text));
  }
}
