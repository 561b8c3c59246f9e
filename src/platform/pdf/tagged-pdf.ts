import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Drawing from 'pdfkit';
import type { Column, DocumentWriter, Entry, Level, Run, Text } from '#platform/documents/writer.ts';
import { printable } from './printable.ts';

const file = (name: string) => fileURLToPath(new URL(`./fonts/nunito-sans-latin-${name}.ttf`, import.meta.url));
const face = (name: string) => readFileSync(file(name));
const faces = { regular: face('400-normal'), bold: face('700-normal'), loud: face('900-normal'), italic: face('400-italic') };
type Face = keyof typeof faces;

interface Settings {
  readonly title: string;
  /** BCP 47, such as `es-CO`. */
  readonly language: string;
  readonly author: string;
  readonly subject?: string;
  readonly created: Date;
  /** `#rrggbb`, for rules; never for text, since a yellow one would not be read. */
  readonly accent: string;
  /** On which page each anchor lies, as a first layout found (`pages`): until then its contents have no numbers. */
  readonly pages?: ReadonlyMap<string, number>;
  /** What each page's foot says beside its number. */
  readonly foot: (page: number, pages: number) => string;
}

const ink = '#1d2127';
const quiet = '#565b63';
const margins = { top: 58, bottom: 62, left: 62, right: 62 };
const width = 612 - margins.left - margins.right;
const floor = 792 - margins.bottom;
const headings = [
  { size: 30, face: 'loud', above: 0 },
  { size: 17, face: 'loud', above: 22 },
  { size: 13, face: 'bold', above: 15 },
  { size: 11, face: 'bold', above: 11 },
  { size: 10, face: 'bold', above: 8 },
] as const;

type Element = PDFKit.PDFStructureElement;

/**
 * A letter-size document whose structure a screen reader follows: headings, paragraphs, lists, tables with heads, links, bookmarks,
 * language and title; what is only drawn is marked as artifact (ISO 32000-1 §14.8; ISO 14289-1 is followed, not claimed).
 */
export class TaggedPdf implements DocumentWriter {
  readonly #doc: PDFKit.PDFDocument;
  readonly #settings: Settings;
  readonly #root: Element;
  readonly #outlines: PDFKit.PDFOutline[] = [];
  readonly #pages = new Map<string, number>();
  #page = 1;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#doc = new Drawing({
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: settings.language,
      size: 'LETTER',
      margins,
      bufferPages: true,
      // Without a face here PDFKit loads Helvetica, which is not embedded.
      font: file('400-normal'),
      info: {
        Title: settings.title,
        Author: settings.author,
        Subject: settings.subject ?? '',
        CreationDate: settings.created,
        Producer: 'Pregón',
        Creator: 'Pregón',
      },
    });
    for (const [name, bytes] of Object.entries(faces)) this.#doc.registerFont(name, bytes);
    this.#doc.on('pageAdded', () => {
      this.#page++;
    });
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** `level` from 1; with `anchor`, a place that contents lead to and a bookmark. */
  heading(level: Level, text: string, anchor?: string): void {
    const { size, face: name, above } = headings[level - 1]!;
    this.#space(above, size * 3 + 24);
    if (level === 2) this.#rule(this.#settings.accent, 1.5, 7);
    if (anchor) this.#mark(anchor, level, text);
    this.#write(`H${level}`, text, { size, face: name, after: size / 3 });
  }

  paragraph(text: Text, { size = 10.5, muted = false, after = 7 } = {}): void {
    this.#write('P', text, { size, face: 'regular', colour: muted ? quiet : ink, after });
  }

  list(items: readonly Text[], ordered = false): void {
    const list = this.#add(this.#root, 'L');
    items.forEach((item, at) => {
      const entry = this.#add(list, 'LI');
      this.#space(0, 30);
      const y = this.#doc.y;
      const page = this.#page;
      this.#inside(entry, 'Lbl', () => {
        this.#font('regular', 10.5).text(ordered ? `${at + 1}.` : '–', margins.left, y, { width: 18, lineBreak: false });
      });
      if (page === this.#page) this.#doc.y = y;
      this.#write('LBody', item, { size: 10.5, face: 'regular', after: 4, indent: 18 }, entry);
      entry.end();
    });
    list.end();
    this.#doc.moveDown(0.4);
  }

  /** Rows that break over pages repeat their heads, which then are drawn, not read again. */
  table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const whole = columns.reduce((sum, { parts }) => sum + parts, 0);
    const widths = columns.map(({ parts }) => (width * parts) / whole);
    this.#space(6, 90);
    const table = this.#add(this.#root, 'Table');
    this.#write('Caption', caption, { size: 9.5, face: 'regular', colour: quiet, after: 4 }, table);
    const draw = (cells: readonly string[], name: Face, each: (at: number, paint: () => void) => void) => {
      const y = this.#doc.y;
      const height = this.#heightOf(cells, widths, name);
      let x = margins.left;
      cells.forEach((cell, at) => {
        const place = x;
        each(at, () => {
          this.#font(name, 9, name === 'bold' ? quiet : ink).text(printable(cell) || ' ', place, y, {
            width: widths[at]! - 8,
            align: columns[at]!.number ? 'right' : 'left',
          });
        });
        x += widths[at]!;
      });
      this.#doc.x = margins.left;
      this.#doc.y = y + height;
      this.#rule(name === 'bold' ? ink : '#dcdbd7', name === 'bold' ? 0.9 : 0.6, 4);
    };
    const heads = columns.map(({ head }) => head);
    const headRow = this.#add(table, 'TR');
    draw(heads, 'bold', (_, paint) => this.#inside(headRow, 'TH', paint, { scope: 'Column' }));
    headRow.end();
    for (const cells of rows) {
      if (this.#doc.y + this.#heightOf(cells, widths, 'regular') > floor) {
        this.#doc.addPage();
        draw(heads, 'bold', (_, paint) => this.#artifact(paint));
      }
      const row = this.#add(table, 'TR');
      draw(cells, 'regular', (at, paint) => (at === 0 ? this.#inside(row, 'TH', paint, { scope: 'Row' }) : this.#inside(row, 'TD', paint)));
      row.end();
    }
    table.end();
    this.#doc.moveDown(0.6);
  }

  /** What the document holds, each line a link to its place; page numbers once they are known. */
  contents(title: string, entries: readonly Entry[]): void {
    this.heading(2, title);
    const toc = this.#add(this.#root, 'TOC');
    for (const { title: text, to, level } of entries) {
      this.#space(0, 20);
      const item = this.#add(toc, 'TOCI');
      const reference = this.#add(item, 'Reference');
      const y = this.#doc.y;
      const indent = (level - 2) * 16;
      this.#inside(reference, 'Link', () => {
        this.#font('regular', 10.5).text(printable(text), margins.left + indent, y, { width: width - indent - 40, goTo: to });
      });
      const after = this.#doc.y;
      const number = this.#settings.pages?.get(to);
      if (number)
        this.#inside(item, 'Lbl', () => {
          this.#font('regular', 10.5).text(String(number), 612 - margins.right - 36, y, { width: 36, align: 'right', lineBreak: false });
        });
      this.#doc.x = margins.left;
      this.#doc.y = after + 3;
      reference.end();
      item.end();
    }
    toc.end();
  }

  image(bytes: Uint8Array, alt: string, height: number): void {
    const figure = this.#doc.struct('Figure', { alt }, () => {
      this.#doc.image(Buffer.from(bytes), margins.left, this.#doc.y, { height });
    });
    this.#root.add(figure);
    figure.end();
    this.#doc.y += height + 18;
  }

  newPage(): void {
    this.#doc.addPage();
  }

  /** On which page each anchor came to lie. */
  get pages(): ReadonlyMap<string, number> {
    return this.#pages;
  }

  async finish(): Promise<Uint8Array> {
    this.#root.end();
    const { start, count } = this.#doc.bufferedPageRange();
    for (let at = start; at < start + count; at++) {
      this.#doc.switchToPage(at);
      this.#doc.page.margins.bottom = 0;
      this.#artifact(() => {
        this.#font('regular', 8.5, quiet).text(printable(this.#settings.foot(at + 1, count)), margins.left, 792 - 42, {
          width,
          align: 'left',
          lineBreak: false,
        });
      });
    }
    const parts: Buffer[] = [];
    this.#doc.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((done) => {
      this.#doc.on('end', () => done());
    });
    this.#doc.end();
    await ended;
    return Buffer.concat(parts);
  }

  #write(
    type: string,
    text: Text,
    { size, face: name, colour = ink, after, indent = 0 }: { size: number; face: Face; colour?: string; after: number; indent?: number },
    parent = this.#root,
  ): void {
    const runs = typeof text === 'string' ? [{ text }] : text.length > 0 ? text : [{ text: ' ' }];
    const element = this.#add(parent, type);
    this.#doc.x = margins.left + indent;
    runs.forEach((run: Run, at) => {
      const paint = () => {
        const options = {
          width: width - indent,
          lineGap: size * 0.18,
          continued: at < runs.length - 1,
          ...(run.link ? { link: run.link, underline: true } : { link: null, underline: false }),
        };
        this.#font(run.bold ? 'bold' : run.italic ? 'italic' : name, size, colour);
        const said = printable(run.text) || ' ';
        if (at === 0) this.#doc.text(said, margins.left + indent, this.#doc.y, options);
        else this.#doc.text(said, options);
      };
      if (run.link) this.#inside(element, 'Link', paint);
      else element.add(paint);
    });
    element.end();
    this.#doc.x = margins.left;
    this.#doc.y += after;
  }

  #mark(anchor: string, level: number, text: string): void {
    this.#doc.addNamedDestination(anchor, 'XYZ', margins.left, this.#doc.y, null);
    this.#pages.set(anchor, this.#page);
    const parent = this.#outlines.slice(0, level).findLast((one) => one !== undefined) ?? this.#doc.outline;
    this.#outlines.length = level;
    this.#outlines[level] = parent.addItem(printable(text));
  }

  #add(parent: Element, type: string): Element {
    const element = this.#doc.struct(type);
    parent.add(element);
    return element;
  }

  #inside(parent: Element, type: string, paint: () => void, options: Record<string, string> = {}): void {
    const element = this.#doc.struct(type, options);
    parent.add(element);
    element.add(paint);
    element.end();
  }

  #artifact(paint: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    paint();
    this.#doc.endMarkedContent();
  }

  #rule(colour: string, thick: number, after: number): void {
    this.#artifact(() => {
      this.#doc
        .save()
        .lineWidth(thick)
        .strokeColor(colour)
        .moveTo(margins.left, this.#doc.y)
        .lineTo(612 - margins.right, this.#doc.y)
        .stroke()
        .restore();
    });
    this.#doc.y += after;
  }

  #heightOf(cells: readonly string[], widths: readonly number[], name: Face): number {
    this.#font(name, 9);
    return Math.max(...cells.map((cell, at) => this.#doc.heightOfString(printable(cell) || ' ', { width: widths[at]! - 8 }))) + 5;
  }

  #font(name: Face, size: number, colour = ink): PDFKit.PDFDocument {
    return this.#doc.font(name).fontSize(size).fillColor(colour);
  }

  /** Room above, or the next page when what follows would be cut from its heading. */
  #space(above: number, needed: number): void {
    if (this.#doc.y + above + needed > floor) this.#doc.addPage();
    else if (this.#doc.y > margins.top) this.#doc.y += above;
  }
}
