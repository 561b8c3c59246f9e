import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/ctx.ts';
import type { Files } from '#platform/files/files.ts';
import { NotFound } from '#platform/refusal.ts';
import { dispatchCard } from '#domains/channels/index.ts';
import { previewPiece } from '../publication-desk.ts';
import { printFaces, printPdf } from './drawing.ts';
import { printsIn } from './hand-carrier.ts';
import type { Print, Sheet } from './print.ts';
import { selectPrintFile } from './prints.queries.ts';

export interface ShownPrint {
  readonly sheet: Sheet;
  readonly paper: Print['paper'];
  /** An SVG for each face. */
  readonly faces: readonly string[];
  /** How many words do not fit. */
  readonly over: number;
}

/** The sheets of a snapshot as they would come out of the printer. `origin` is what addresses of the house begin with. */
export const shownPrints = (snapshot: { readonly [part: string]: unknown }, origin: string): ShownPrint[] =>
  printsIn(snapshot).map((print) => ({
    sheet: print.sheet,
    paper: print.paper,
    ...printFaces(print, origin, [print.title, print.lead].filter(Boolean).join('. ')),
  }));

interface Drawing {
  readonly files: Files;
  readonly origin: string;
}

/** A sheet of a piece as it stands now, for whoever works on it. @throws NotFound */
export async function piecePrintPdf(
  ctx: Ctx,
  piece: number,
  channel: string,
  sheet: string,
  at: Drawing,
): Promise<{ name: string; pdf: Uint8Array }> {
  const { piece: found, shown } = await previewPiece(ctx, piece, channel);
  const print = printsIn({ ...shown }).find((one) => one.sheet === sheet);
  if (!print) throw new NotFound(`${sheet} of piece ${piece}`);
  return { name: `${found.slug}-${sheet}`, pdf: await printPdf(print, { ...at, db: ctx.db, now: ctx.now }) };
}

/** A sheet as it went out: the very file that was kept; of one that waits to be drawn, the same from its snapshot. @throws NotFound */
export async function dispatchPrintPdf(ctx: Ctx, dispatch: number, sheet: string, at: Drawing): Promise<{ name: string; pdf: Uint8Array }> {
  const card = await dispatchCard(ctx, dispatch);
  const print = printsIn(card.dispatch.snapshot).find((one) => one.sheet === sheet);
  if (!print) throw new NotFound(`${sheet} of dispatch ${dispatch}`);
  const kept = await selectPrintFile(ctx.db, dispatch, sheet);
  const name = `${dispatch}-${sheet}`;
  if (kept) return { name, pdf: await buffer(await at.files.read(await at.files.find(ctx.db, kept))) };
  return { name, pdf: await printPdf(print, { ...at, db: ctx.db, now: card.dispatch.scheduledAt }) };
}
