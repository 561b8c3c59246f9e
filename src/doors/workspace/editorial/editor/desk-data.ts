import type { Fields, KindField, PieceState } from '#domains/editorial/index.ts';
import type { Held } from './content.ts';
import type { ShownFile } from './shown-file.ts';
import type { Snippet } from './snippet-dialog.tsx';

/** What the desk needs to begin. */
export interface DeskData {
  readonly piece: {
    readonly id: number;
    readonly title: string;
    readonly state: PieceState;
    readonly fields: Fields;
    readonly words: number;
    readonly secret: boolean;
    readonly held: Held;
  };
  readonly kind: { readonly code: string; readonly fields: readonly KindField[] };
  readonly me: { readonly id: string; readonly name: string };
  /** How many versions there are. */
  readonly version: number;
  readonly files: readonly ShownFile[];
  readonly snippets: readonly Snippet[];
}
