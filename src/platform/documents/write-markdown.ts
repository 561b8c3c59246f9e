import { partsOf } from './markdown-parts.ts';
import type { DocumentWriter } from './writer.ts';

/** Writes what a person wrote in Markdown; `about` is the caption of its tables. */
export function writeMarkdown(to: DocumentWriter, markdown: string, about: string): void {
  for (const part of partsOf(markdown)) {
    if (part.kind === 'paragraph') to.paragraph(part.runs);
    if (part.kind === 'heading') to.paragraph(part.runs.map((run) => ({ ...run, bold: true })));
    if (part.kind === 'list') to.list(part.items, part.ordered);
    if (part.kind === 'table')
      to.table(
        about,
        part.heads.map((head) => ({ head, parts: 1 })),
        part.rows,
      );
  }
}
