import QRCode from 'qrcode';
import type { Ctx } from '#platform/ctx.ts';
import { dayIn } from '#platform/clock/day.ts';
import type { DocumentBrand } from '#platform/documents/writer.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { TaggedPdf } from '#platform/pdf/tagged-pdf.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { writeBody } from '../body-document.ts';
import { shortHash } from '../review.ts';
import { isRecipient, selectSignedContent } from './document.queries.ts';
import { spacedCode, verifyPath, type Memo } from './memo.ts';
import { selectMemo } from './memos.queries.ts';
import { getMemo } from './report.ts';

const says = sayIn('es');

/**
 * A signed memo on paper, as an accessible PDF: what was signed, by whom and as what, its short hash, and the code and address by which
 * anybody verifies it. What an institution says is in Spanish, whoever reads it. Also to whom it was sent. @throws NotFound
 */
export async function memoDocument(ctx: Ctx, id: number, brand: DocumentBrand, origin: string): Promise<{ name: string; pdf: Uint8Array }> {
  const memo = await readableMemo(ctx, id);
  const { title, fields, body } = await selectSignedContent(ctx.db, memo.version);
  const zone = await zoneOf(ctx);
  const format = formatIn('es', zone);
  const address = origin + verifyPath(memo.code);
  const pdf = new TaggedPdf({
    title: `${memo.label}: ${title}`,
    language: 'es-CO',
    author: `${memo.signedName}, ${memo.post}`,
    subject: title,
    created: memo.signedAt,
    accent: brand.colour,
    foot: (page, of) => `${memo.label} · ${says('memos.pdf.page', { page, of })} · ${spacedCode(memo.code)}`,
  });
  if (brand.emblem) pdf.image(brand.emblem, brand.name, 56);
  pdf.paragraph(`${brand.name} · ${memo.unitName}`, { size: 11, muted: true, after: 10 });
  pdf.heading(1, memo.label);
  if (memo.state !== 'sent' && memo.state !== 'signed')
    pdf.paragraph([{ text: says(`memos.pdf.${memo.state}`, { at: format.instant(memo.endedAt!) }), bold: true }]);
  const heads = [
    [says('memos.pdf.date'), format.day(dayIn(memo.signedAt, zone))],
    [says('memos.pdf.to'), typeof fields['to'] === 'string' ? fields['to'] : ''],
    [says('memos.pdf.from'), `${memo.signedName}, ${memo.post}`],
    [says('memos.pdf.subject'), title],
  ];
  for (const [name, value] of heads) pdf.paragraph([{ text: `${name}: `, bold: true }, { text: value! }], { after: 3 });
  if (typeof fields['lead'] === 'string' && fields['lead']) pdf.paragraph([{ text: fields['lead'], italic: true }]);
  pdf.paragraph(' ', { size: 6, after: 2 });
  writeBody(pdf, body, says);
  pdf.heading(2, says('memos.pdf.signature'));
  pdf.paragraph([{ text: memo.signedName, bold: true }], { after: 1 });
  pdf.paragraph(memo.actingForName ? `${memo.post}, ${says('memos.pdf.for', { who: memo.actingForName })}` : memo.post, { after: 6 });
  pdf.paragraph(says('memos.pdf.signed', { at: format.instant(memo.signedAt), how: says(`memos.means.${memo.means}`) }), {
    muted: true,
    after: 3,
  });
  pdf.paragraph([
    { text: `${says('memos.pdf.hash')}: ${shortHash(memo.sha256)} · ${says('memos.pdf.code')}: ` },
    { text: spacedCode(memo.code), bold: true },
  ]);
  pdf.paragraph([{ text: `${says('memos.pdf.verify')} ` }, { text: address, link: address }], { after: 8 });
  pdf.image(await QRCode.toBuffer(address, { errorCorrectionLevel: 'M', margin: 4, scale: 6 }), says('memos.pdf.qr', { address }), 92);
  return { name: fileName(memo.label), pdf: await pdf.finish() };
}

async function readableMemo(ctx: Ctx, id: number): Promise<Memo> {
  const { actor } = ctx;
  const own = actor.kind === 'person' && actor.id !== null && Number.isSafeInteger(id) && (await isRecipient(ctx.db, id, actor.id));
  return own ? (await selectMemo(ctx.db, id))! : getMemo(ctx, id);
}

const fileName = (label: string) =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
