import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import sharp from 'sharp';
import type { Column, DocumentWriter, Level, Run, Text } from '#platform/documents/writer.ts';
import { face, family, lists, quiet, styles, textWidth } from './word-look.ts';

interface Settings {
  readonly title: string;
  /** BCP 47, such as `es-CO`. */
  readonly language: string;
  readonly author: string;
  readonly subject: string;
  readonly created: Date;
  /** `#rrggbb`, for rules. */
  readonly accent: string;
  readonly foot: string;
  /** «Página 3 de 20», with what stands for the numbers. */
  readonly page: (page: string, of: string) => string;
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;

/**
 * A letter-size Word document (ECMA-376) whose structure is Word's own: headings are styles, lists are lists, tables have a head
 * row and a caption, the contents are a field, pictures say what they are, the language is declared.
 */
export class WordFile implements DocumentWriter {
  readonly #settings: Settings;
  readonly #blocks: (Paragraph | Table | TableOfContents)[] = [];
  readonly #images: Promise<void>[] = [];
  #lists = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  heading(level: Level, text: string, anchor?: string): void {
    const run = new TextRun(text);
    this.#blocks.push(
      new Paragraph({
        heading: headings[level - 1]!,
        children: anchor ? [new Bookmark({ id: bookmark(anchor), children: [run] })] : [run],
      }),
    );
  }

  paragraph(text: Text, { size = 10.5, muted = false, after = 7 } = {}): void {
    const look = { ...(size === 10.5 ? {} : { size: size * 2 }), ...(muted ? { color: quiet } : {}) };
    this.#blocks.push(new Paragraph({ spacing: { after: after * 20 }, children: runsOf(text, look) }));
  }

  list(items: readonly Text[], ordered = false): void {
    const instance = this.#lists++;
    for (const item of items)
      this.#blocks.push(
        new Paragraph({
          style: 'ListParagraph',
          children: runsOf(item),
          ...(ordered ? { numbering: { reference: 'ordered', level: 0, instance } } : { numbering: { reference: 'dashes', level: 0 } }),
        }),
      );
  }

  table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const whole = columns.reduce((sum, { parts }) => sum + parts, 0);
    const widths = columns.map(({ parts }) => Math.round((textWidth * parts) / whole));
    const cell = (text: string, at: number, style: string) =>
      new TableCell({
        width: { size: widths[at]!, type: WidthType.DXA },
        children: [new Paragraph({ style, text, ...(columns[at]!.number ? { alignment: AlignmentType.END } : {}) })],
      });
    this.#blocks.push(
      new Paragraph({ style: 'Caption', text: caption, keepNext: true }),
      new Table({
        width: { size: textWidth, type: WidthType.DXA },
        columnWidths: widths,
        tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true, lastRow: false, lastColumn: false },
        borders: rules,
        rows: [
          new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, at) => cell(head, at, 'TableHead')) }),
          ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, 'TableText')) })),
        ],
      }),
      new Paragraph({ spacing: { after: 120 } }),
    );
  }

  image(bytes: Uint8Array, alt: string, height: number): void {
    const at = this.#blocks.push(new Paragraph({})) - 1;
    this.#images.push(
      sharp(bytes)
        .metadata()
        .then((size) => {
          const tall = (height * 4) / 3;
          this.#blocks[at] = new Paragraph({
            spacing: { after: 200 },
            children: [
              new ImageRun({
                type: 'png',
                data: Buffer.from(bytes),
                transformation: { width: Math.round((tall * size.width) / size.height), height: Math.round(tall) },
                altText: { name: alt, title: alt, description: alt },
              }),
            ],
          });
        }),
    );
  }

  /** Word's own contents, of the headings of the second level, so that they can be brought up to date in Word. */
  contents(title: string): void {
    this.#blocks.push(
      new Paragraph({ style: 'ContentsTitle', text: title }),
      new TableOfContents(title, { hyperlink: true, headingStyleRange: '2-2', beginDirty: false }),
    );
  }

  newPage(): void {
    this.#blocks.push(new Paragraph({ children: [new PageBreak()] }));
  }

  async finish(): Promise<Uint8Array> {
    await Promise.all(this.#images);
    const { title, subject, author, language, accent, created } = this.#settings;
    const { estimatePageNumbers } = await import('docx/layout');
    return Packer.toBuffer(
      new Document({
        title,
        subject,
        creator: author,
        lastModifiedBy: author,
        description: created.toISOString().slice(0, 10),
        styles: styles(language, accent.replace('#', '').toUpperCase()),
        numbering: lists,
        fonts: [{ name: family, data: face('400-normal'), bold: face('700-normal'), italic: face('400-italic') }],
        pageNumbers: estimatePageNumbers,
        sections: [
          {
            properties: {
              titlePage: true,
              page: { size: { width: 12_240, height: 15_840 }, margin: { top: 1_160, bottom: 1_240, left: 1_240, right: 1_240 } },
            },
            footers: { default: this.#foot(), first: new Footer({ children: [new Paragraph('')] }) },
            children: this.#blocks,
          },
        ],
      }),
    );
  }

  #foot(): Footer {
    const { foot, page } = this.#settings;
    const marks: Record<string, (typeof PageNumber)[keyof typeof PageNumber]> = {
      '\u0001': PageNumber.CURRENT,
      '\u0002': PageNumber.TOTAL_PAGES,
    };
    const parts = `${foot} · ${page('\u0001', '\u0002')}`.split(/([\u0001\u0002])/);
    return new Footer({
      children: [new Paragraph({ style: 'Footer', children: [new TextRun({ children: parts.map((part) => marks[part] ?? part) })] })],
    });
  }
}

const hair = { style: BorderStyle.SINGLE, size: 4, color: 'DCDBD7' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const rules = {
  top: { ...hair, size: 8, color: '1D2127' },
  bottom: hair,
  insideHorizontal: hair,
  insideVertical: none,
  left: none,
  right: none,
};

/** Word takes letters, figures and underscores, 40 of them, for the name of a place. */
const bookmark = (anchor: string) => anchor.replace(/\W/g, '_').slice(0, 40);

function runsOf(text: Text, look: { size?: number; color?: string } = {}): ParagraphChild[] {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return runs.map(({ text: said, bold = false, italic = false, link }) => {
    const lines = said.split('\n');
    const run = (style?: string) =>
      new TextRun({
        bold,
        italics: italic,
        ...look,
        ...(style ? { style } : {}),
        children: lines.flatMap((line, at) => (at === 0 ? [line] : [new TextRun({ break: 1 }), line])),
      });
    return link ? new ExternalHyperlink({ link, children: [run('Hyperlink')] }) : run();
  });
}
