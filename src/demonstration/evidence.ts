import { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import type { Ctx } from '#platform/ctx.ts';
import { accepted } from '#platform/refusal.ts';
import { poster } from './emblem.ts';
import type { World } from './world.ts';

/** A paper that proves something: minutes or a report (PDF), figures (CSV), a poster (PNG). */
export type Paper =
  | { readonly kind: 'pdf'; readonly name: string; readonly title: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'csv'; readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }
  | { readonly kind: 'png'; readonly name: string; readonly title: string };

const kept = new WeakMap<World, Map<string, string>>();

/** Keeps a paper once; the same name again is the same file, as when one report proves several figures. */
export async function keepPaper(ctx: Ctx, world: World, paper: Paper): Promise<string> {
  const files = kept.get(world) ?? new Map<string, string>();
  kept.set(world, files);
  const name = `${paper.name}.${paper.kind}`;
  const known = files.get(name);
  if (known) return known;
  const { id } = accepted(await world.app.files.keep(ctx, { name, content: Readable.from([await draw(paper, ctx.now)]) }));
  files.set(name, id);
  return id;
}

function draw(paper: Paper, on: Date): Promise<Buffer> | Buffer {
  if (paper.kind === 'png') return poster(paper.title);
  if (paper.kind === 'csv') return Buffer.from(`\ufeff${paper.rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`);
  return drawPdf(paper, on);
}

const quoted = (cell: string | number) =>
  typeof cell === 'string' && /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);

function drawPdf({ title, paragraphs }: Extract<Paper, { kind: 'pdf' }>, on: Date): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      size: 'A4',
      margin: 72,
      lang: 'es-CO',
      info: { Title: title, Author: 'Alcaldía de Puerto Claro', CreationDate: on, ModDate: on },
    });
    const chunks: Buffer[] = [];
    pdf
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject);
    pdf.font('Helvetica').fontSize(10).text('Alcaldía de Puerto Claro').moveDown();
    pdf.font('Helvetica-Bold').fontSize(16).text(title).moveDown();
    pdf.font('Helvetica').fontSize(11);
    for (const paragraph of paragraphs) pdf.text(paragraph).moveDown(0.6);
    pdf.end();
  });
}
