/** A stretch of text: plain, bold, italic, or a link. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly link?: string;
}
export type Text = string | readonly Run[];

/** A line of the contents, and the anchor that it leads to. */
export interface Entry {
  readonly title: string;
  readonly to: string;
  readonly level: number;
}

export interface Column {
  readonly head: string;
  /** Parts of the width. */
  readonly parts: number;
  readonly number?: boolean;
}

export type Level = 1 | 2 | 3 | 4 | 5;

/** What a document is written with, whatever file it becomes: a structure that a screen reader follows. */
export interface DocumentWriter {
  /** With `anchor`, a place that contents lead to. */
  heading(level: Level, text: string, anchor?: string): void;
  /** `size` and `after`, the room below, in points. */
  paragraph(text: Text, look?: { readonly size?: number; readonly muted?: boolean; readonly after?: number }): void;
  list(items: readonly Text[], ordered?: boolean): void;
  /** The first cell of each row is its head. */
  table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): void;
  /** PNG; `height` in points. */
  image(bytes: Uint8Array, alt: string, height: number): void;
  contents(title: string, entries: readonly Entry[]): void;
  newPage(): void;
}

/** Who publishes a document. */
export interface DocumentBrand {
  readonly name: string;
  /** `#rrggbb`, for rules; never for text, since a yellow one would not be read. */
  readonly colour: string;
  /** PNG. */
  readonly emblem?: Uint8Array | undefined;
}
