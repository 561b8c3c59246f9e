import type { Run, Text } from '#platform/documents/writer.ts';
import { openDrawing } from './drawing.ts';
import { faces, plainFace, type Face } from './faces.ts';
import { printable } from './printable.ts';

export interface SheetSettings {
  readonly title: string;
  /** BCP 47, such as `es-CO`. */
  readonly language: string;
  readonly author: string;
  readonly subject?: string;
  readonly created: Date;
  /** In points; absent: letter, with the margins of a document. */
  readonly paper?: readonly [width: number, height: number];
}

export const ink = '#1d2127';
export const quiet = '#565b63';
export const margins = { top: 58, bottom: 62, left: 62, right: 62 };
export const width = 612 - margins.left - margins.right;
export const right = 612 - margins.right;
export const floor = 792 - margins.bottom;

export type Element = PDFKit.PDFStructureElement;

interface Writing {
  readonly size: number;
  readonly face: Face;
  readonly colour?: string;
  /** Points below. */
  readonly after: number;
  readonly indent?: number;
}

/**
 * Letter-size sheets and how one draws on them: what is read goes into an element of the structure, what is only drawn is an
 * artifact (ISO 32000-1 §14.8).
 */
export class Sheets {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  /** The page that is being drawn, from 1. */
  page = 1;

  constructor(settings: SheetSettings) {
    this.doc = openDrawing({
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: settings.language,
      ...(settings.paper ? { size: [...settings.paper], margin: 0 } : { size: 'LETTER', margins }),
      bufferPages: true,
      font: plainFace,
      info: {
        Title: settings.title,
        Author: settings.author,
        Subject: settings.subject ?? '',
        CreationDate: settings.created,
        Producer: 'Pregón',
        Creator: 'Pregón',
      },
    });
    for (const [name, bytes] of Object.entries(faces)) this.doc.registerFont(name, bytes);
    this.doc.on('pageAdded', () => {
      this.page++;
    });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  /** Text in an element of its own, its links within it. */
  write(type: string, text: Text, { size, face: name, colour = ink, after, indent = 0 }: Writing, parent = this.root): void {
    const runs = typeof text === 'string' ? [{ text }] : text.length > 0 ? text : [{ text: ' ' }];
    const element = this.add(parent, type);
    this.doc.x = margins.left + indent;
    runs.forEach((run: Run, at) => {
      const paint = () => {
        const options = {
          width: width - indent,
          lineGap: size * 0.18,
          continued: at < runs.length - 1,
          ...(run.link ? { link: run.link, underline: true } : { link: null, underline: false }),
        };
        this.font(run.bold ? 'bold' : run.italic ? 'italic' : name, size, colour);
        const said = printable(run.text) || ' ';
        if (at === 0) this.doc.text(said, margins.left + indent, this.doc.y, options);
        else this.doc.text(said, options);
      };
      if (run.link) this.inside(element, 'Link', paint);
      else element.add(paint);
    });
    element.end();
    this.doc.x = margins.left;
    this.doc.y += after;
  }

  add(parent: Element, type: string): Element {
    const element = this.doc.struct(type);
    parent.add(element);
    return element;
  }

  inside(parent: Element, type: string, paint: () => void, options: Record<string, string> = {}): void {
    const element = this.doc.struct(type, options);
    parent.add(element);
    element.add(paint);
    element.end();
  }

  artifact(paint: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    paint();
    this.doc.endMarkedContent();
  }

  rule(colour: string, thick: number, after: number): void {
    this.artifact(() => {
      this.doc.save().lineWidth(thick).strokeColor(colour).moveTo(margins.left, this.doc.y).lineTo(right, this.doc.y).stroke().restore();
    });
    this.doc.y += after;
  }

  font(name: Face, size: number, colour = ink): PDFKit.PDFDocument {
    return this.doc.font(name).fontSize(size).fillColor(colour);
  }

  /** Room above, or the next page when what follows would be cut from its heading. */
  space(above: number, needed: number): void {
    if (this.doc.y + above + needed > floor) this.doc.addPage();
    else if (this.doc.y > margins.top) this.doc.y += above;
  }

  /** The bytes of all pages, each with its foot if it has one. */
  async finish(foot?: (page: number, pages: number) => string): Promise<Uint8Array> {
    this.root.end();
    if (foot) this.#writeFeet(foot);
    const parts: Buffer[] = [];
    this.doc.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((done) => {
      this.doc.on('end', () => done());
    });
    this.doc.end();
    await ended;
    return Buffer.concat(parts);
  }

  #writeFeet(foot: (page: number, pages: number) => string): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let at = start; at < start + count; at++) {
      this.doc.switchToPage(at);
      this.doc.page.margins.bottom = 0;
      this.artifact(() => {
        const place = { width, align: 'left', lineBreak: false } as const;
        this.font('regular', 8.5, quiet).text(printable(foot(at + 1, count)), margins.left, 792 - 42, place);
      });
    }
  }
}
