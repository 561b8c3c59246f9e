import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { type Channel, listChannels, type Snapshot } from '#domains/channels/index.ts';
import { institutionOf, wholeName } from '#domains/organization/index.ts';
import { tonesOf } from '#platform/mail/tones.ts';
import type { ShownAsset } from './asset-html.ts';
import type { MailDrawing } from './body-mail.ts';
import { assetsOfPiece, drawPiece, imageOf, plainPiece } from './piece-html.ts';
import { mailPiece, mailText } from './piece-mail.ts';
import type { Piece } from './piece.ts';
import type { Print } from './prints/print.ts';
import { isOnPaper, printOf, sheetsOf } from './prints/writing.ts';
import { renditionFields, type RenditionField } from './rendition-fields.ts';
import { selectRenditions } from './pieces.queries.ts';
import { intranetChannel, type Made, portalChannel, type PublicationImage } from './publication.ts';
import { selectMakers } from './publications.queries.ts';
import { selectSlotName } from './slots.queries.ts';
import { selectShownAssets } from './shown-assets.queries.ts';

/** What leaves of a piece by one channel. */
export interface PieceSnapshot extends Snapshot {
  readonly kind: string;
  readonly image: PublicationImage | null;
  /** Whether the picture is the piece's own, which its page shows above the text. */
  readonly plate: boolean;
  readonly topic: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** files.id of all that it shows. */
  readonly files: readonly string[];
  readonly media: readonly ShownAsset['kind'][];
  readonly words: number;
  readonly made: Made;
  /** By mail: how it greets, and whose it says it is (`MailSnapshot`). */
  readonly greeting: string;
  readonly masthead: string | null;
  readonly number: string | null;
  /** On paper: its sheets. */
  readonly prints?: readonly Print[];
}

/** A piece as each of these channels would show it: its content as it stands now, in the words that a channel has of its own. */
export async function renderPiece(ctx: Ctx, piece: Piece, channels: readonly string[]): Promise<Record<string, PieceSnapshot>> {
  const institution = await institutionOf(ctx);
  const { zone, color } = institution;
  const assets = await selectShownAssets(ctx.db, assetsOfPiece(piece));
  // What an institution says is in Spanish, whoever reads it.
  const drawing: MailDrawing = { assets, say: say('es'), format: formatIn('es', zone), tone: tonesOf(color).day };
  const renditions = await selectRenditions(ctx.db, piece.id);
  const path = channels.includes(intranetChannel)
    ? `/intranet/news/${piece.slug}`
    : channels.includes(portalChannel)
      ? `/news/${piece.slug}`
      : null;
  const shown = [...assets.values()];
  const whole: PieceSnapshot = {
    kind: piece.kind,
    title: piece.title,
    lead: text(piece.fields.lead),
    text: plainPiece(piece, drawing, ''),
    html: drawPiece(piece, drawing),
    path,
    image: imageOf(piece, drawing),
    plate: typeof piece.fields.image === 'object',
    topic: text(piece.fields.topic) || null,
    fields: Object.fromEntries(Object.entries(piece.fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    files: shown.flatMap(({ file, captions }) => (captions ? [file, captions] : [file])),
    media: [...new Set(shown.map(({ kind }) => kind))],
    words: piece.words,
    made: await selectMakers(ctx.db, piece.id),
    greeting: '',
    masthead: piece.kind === 'newsletter' && piece.slot !== null ? await selectSlotName(ctx.db, piece.slot) : null,
    number: text(piece.fields.number) || null,
  };
  const means = new Map((await listChannels(ctx)).map((channel) => [channel.code, channel]));
  const house = { name: wholeName(institution), colour: institution.color, emblem: institution.emblem_file };
  const onPaper = (said: PieceSnapshot, channel: Channel): PieceSnapshot => {
    const own = wordsOf(renditions[channel.code]);
    const page = pageOf(piece, channels, false);
    const given = { piece, own, assets, format: drawing.format, page, house };
    return { ...said, prints: sheetsOf(piece.kind, channel, text(own.sheets)).map((sheet) => printOf(sheet, given)) };
  };
  return Object.fromEntries(
    channels.map((code) => {
      const channel = means.get(code);
      const said = inOwnWords(whole, renditions[code], channel ? postsOf(channel) : []);
      if (channel?.means === 'push') return [code, { ...said, path: pageOf(piece, channels, !channel.public) || null }];
      if (channel && isOnPaper(channel)) return [code, onPaper(said, channel)];
      if (channel?.means === 'screen') return [code, onScreen(said, piece, renditions[code], channels)];
      return [code, channel?.means === 'mail' ? byMail(said, piece, renditions[code], drawing) : said];
    }),
  );
}

/** A mail is drawn for programs that read mail; a text of its own takes the place of the piece's. */
function byMail(said: PieceSnapshot, piece: Piece, rendition: unknown, drawing: MailDrawing): PieceSnapshot {
  const own = wordsOf(rendition);
  return { ...said, html: text(own.text) ? mailText(said.text, drawing) : mailPiece(piece, drawing), greeting: text(own.greeting) };
}

/** What a screen needs besides: where its code leads, what that is good for, and until when it stands. */
function onScreen(said: PieceSnapshot, piece: Piece, rendition: unknown, channels: readonly string[]): PieceSnapshot {
  const own = wordsOf(rendition);
  return { ...said, call: text(own.call), address: text(own.address) || pageOf(piece, channels, true), expiresOn: piece.expiresOn };
}

/** The page on which a piece is read whole: outside, or else in the house, if whoever is told of it may come in. */
function pageOf(piece: Piece, channels: readonly string[], within: boolean): string {
  const goes = new Set([...piece.channels, ...channels]);
  if (goes.has(portalChannel) && piece.class === 'public') return `/news/${piece.slug}`;
  return within && goes.has(intranetChannel) ? `/intranet/news/${piece.slug}` : '';
}

const wordsOf = (rendition: unknown) => (typeof rendition === 'object' && rendition !== null ? rendition : {}) as Record<string, unknown>;

/** The networks that one channel writes to by hand, each in words of its own. */
const postsOf = (channel: Channel) => renditionFields(channel).filter(({ code }) => !parts.has(code));
const parts: ReadonlySet<string> = new Set(['title', 'lead', 'greeting', 'text', 'call', 'when', 'where', 'address']);

/** A rendition says title, lead or text otherwise; what it does not say stays. Of a channel of networks the text is one post for each. */
function inOwnWords(whole: PieceSnapshot, rendition: unknown, posts: readonly RenditionField[]): PieceSnapshot {
  const own = wordsOf(rendition);
  if (posts.length > 0) {
    const says = say('es');
    if (whole.fields.post) return { ...whole, text: whole.fields.post };
    const same = [whole.title, whole.lead].filter(Boolean).join('\n\n');
    const post = ({ code }: RenditionField) => `${says(`writing.rendition.${code}`)}\n\n${text(own[code]) || same}`;
    return { ...whole, text: posts.map(post).join('\n\n———\n\n') };
  }
  return { ...whole, title: text(own.title) || whole.title, lead: text(own.lead) || whole.lead, text: text(own.text) || whole.text };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
