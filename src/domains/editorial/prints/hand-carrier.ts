import { Readable } from 'node:stream';
import type { Files } from '#platform/files/files.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Carrier } from '#domains/channels/index.ts';
import { printPdf } from './drawing.ts';
import type { Print } from './print.ts';
import { insertPrint } from './prints.queries.ts';

/**
 * What is carried on paper: each sheet is drawn from what was approved and kept as a file before anybody is told that it waits, so that
 * what hangs is what was kept.
 */
export function handCarrier(files: Files, origin: string): Carrier {
  return {
    means: 'by_hand',
    within: async (ctx, { id, title, snapshot }) => {
      for (const print of printsIn(snapshot)) {
        const pdf = await printPdf(print, { files, db: ctx.db, origin, now: ctx.now });
        const file = await files.keep(ctx, { name: `${title}.pdf`, content: Readable.from([pdf]), accepts: ['application/pdf'] });
        if (isRefusal(file)) throw new Error(`the sheet ${print.sheet} of dispatch ${id} was not kept: ${file.refused}`);
        await insertPrint(ctx.db, { dispatch: id, sheet: print.sheet, file: file.id });
      }
      return 'waiting';
    },
  };
}

/** The sheets that a snapshot holds. */
export const printsIn = (snapshot: { readonly [part: string]: unknown }): readonly Print[] =>
  Array.isArray(snapshot.prints) ? (snapshot.prints as Print[]) : [];
