import type { Placed } from '#platform/print/marks.ts';

/** What is hung or handed out: a card on a notice board, a leaflet, a poster. */
export const sheets = ['card', 'leaflet', 'poster'] as const;
export type Sheet = (typeof sheets)[number];

/** In points (ISO 216; ANSI/ASME Y14.1). */
export const papers = {
  letter: [612, 792],
  half_letter: [396, 612],
  tabloid: [792, 1224],
  a3: [842, 1191],
  a4: [595, 842],
  a5: [420, 595],
} as const satisfies Record<string, readonly [number, number]>;
export type Paper = keyof typeof papers;

export const paperOf: Readonly<Record<Sheet, Paper>> = { card: 'letter', leaflet: 'half_letter', poster: 'tabloid' };

/** One stretch of the text. */
export interface PrintBlock {
  readonly is: 'heading' | 'paragraph' | 'item';
  readonly text: string;
  /** Of an item: a dash, or its number. */
  readonly mark?: string;
}

/** All that a sheet says, as it was approved: nothing of it is looked up again when it is drawn. */
export interface Print {
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly title: string;
  readonly lead: string;
  readonly text: readonly PrintBlock[];
  readonly call: string;
  readonly when: string;
  readonly where: string;
  /** Where its code leads: whole, or a path of the house; empty: it has none. */
  readonly address: string;
  readonly picture: (Placed & { readonly file: string; readonly alt: string; readonly credit: string }) | null;
  readonly house: { readonly name: string; readonly unit: string; readonly colour: string; readonly emblem: string | null };
}

/** Where the code of a sheet leads from outside. `origin` is what addresses of the house begin with. */
export const wholeAddress = (address: string, origin: string): string => (address.startsWith('/') ? origin + address : address);
