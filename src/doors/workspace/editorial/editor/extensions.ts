import type { Extensions } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { BlockIds } from './block-ids.ts';
import { isHref } from './href.ts';
import { NotedPassages } from './noted-passages.ts';
import { Audio, FileBlock, Gallery, Image, Video } from './placed.tsx';
import { Callout, Quote, Source } from './quoted.ts';
import { Table, TableCell, TableHeader, TableRow } from './tables.ts';

/** The text of a piece as the editor knows it: the blocks and marks of the domain's `Body`, and no other. */
export function pieceExtensions(placeholder: string): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      heading: { levels: [2, 3, 4] },
      link: { openOnClick: false, isAllowedUri: isHref, HTMLAttributes: { target: null, rel: null } },
    }),
    Placeholder.configure({ placeholder }),
    Quote,
    Callout,
    Source,
    Table,
    TableRow,
    TableCell,
    TableHeader,
    Image,
    Gallery,
    Video,
    Audio,
    FileBlock,
    BlockIds,
    NotedPassages,
  ];
}
