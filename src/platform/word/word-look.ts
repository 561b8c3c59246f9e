import { readFileSync } from 'node:fs';
import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

export const family = 'Nunito Sans';
export const face = (name: string) => readFileSync(new URL(`../pdf/fonts/nunito-sans-latin-${name}.ttf`, import.meta.url));

export const ink = '1D2127';
export const quiet = '565B63';
/** Between the margins of a letter page, in twentieths of a point. */
export const textWidth = 12_240 - 2 * 1_240;

/** The looks of each kind of paragraph: as the PDF's, and named as Word names them, so that a reader can change them at once. */
export function styles(language: string, accent: string): IStylesOptions {
  const heading = (size: number, before: number, more: object = {}) => ({
    run: { size: size * 2, bold: true, color: ink, font: family },
    paragraph: { spacing: { before: before * 20, after: Math.round(size / 3) * 20 }, keepNext: true, keepLines: true, ...more },
  });
  const base = { basedOn: 'Normal', next: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font: family, size: 21, color: ink, language: { value: language } },
        paragraph: { spacing: { line: 290, after: 140 } },
      },
      heading1: heading(30, 0),
      heading2: heading(17, 22, { border: { top: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } } }),
      heading3: heading(13, 15),
      heading4: heading(11, 11),
      heading5: heading(10, 8),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      hyperlink: { run: { color: ink, underline: {} } },
    },
    paragraphStyles: [
      { ...base, id: 'Caption', name: 'caption', run: { size: 19, color: quiet }, paragraph: { spacing: { before: 120, after: 80 } } },
      { ...base, id: 'TableHead', name: 'Table Head', run: { size: 18, bold: true, color: quiet }, paragraph: { spacing: { after: 40 } } },
      { ...base, id: 'TableText', name: 'Table Text', run: { size: 18 }, paragraph: { spacing: { after: 40 } } },
      { ...base, id: 'ContentsTitle', name: 'TOC Heading', run: { size: 34, bold: true }, paragraph: { spacing: { after: 200 } } },
      { ...base, id: 'TOC2', name: 'toc 2', paragraph: { spacing: { after: 60 } } },
      { ...base, id: 'Footer', name: 'footer', run: { size: 17, color: quiet } },
    ],
  };
}

const indent = { paragraph: { indent: { left: 360, hanging: 360 } } };

export const lists: INumberingOptions = {
  config: [
    { reference: 'dashes', levels: [{ level: 0, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT, style: indent }] },
    {
      reference: 'ordered',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style: indent }],
    },
  ],
};
