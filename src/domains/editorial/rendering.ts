import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { type Channel, listChannels, type Snapshot } from '#domains/channels/index.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Drawing, ShownAsset } from './asset-html.ts';
import { assetsOfPiece, drawPiece, imageOf, plainPiece } from './piece-html.ts';
import type { Piece } from './piece.ts';
import { renditionFields, type RenditionField } from './rendition-fields.ts';
import { selectRenditions } from './pieces.queries.ts';
import { intranetChannel, type Made, portalChannel, type PublicationImage } from './publication.ts';
import { selectMakers } from './publications.queries.ts';
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
}

/** A piece as each of these channels would show it: its content as it stands now, in the words that a channel has of its own. */
export async function renderPiece(ctx: Ctx, piece: Piece, channels: readonly string[]): Promise<Record<string, PieceSnapshot>> {
  const { zone } = await institutionOf(ctx);
  const assets = await selectShownAssets(ctx.db, assetsOfPiece(piece));
  // What an institution says is in Spanish, whoever reads it.
  const drawing: Drawing = { assets, say: say('es'), format: formatIn('es', zone) };
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
  };
  const means = new Map((await listChannels(ctx)).map((channel) => [channel.code, channel]));
  return Object.fromEntries(
    channels.map((code) => [code, inOwnWords(whole, renditions[code], means.get(code) ? postsOf(means.get(code)!) : [])]),
  );
}

/** The networks that one channel writes to by hand, each in words of its own. */
const postsOf = (channel: Channel) => renditionFields(channel).filter(({ code }) => !parts.has(code));
const parts: ReadonlySet<string> = new Set(['title', 'lead', 'text']);

/** A rendition says title, lead or text otherwise; what it does not say stays. Of a channel of networks the text is one post for each. */
function inOwnWords(whole: PieceSnapshot, rendition: unknown, posts: readonly RenditionField[]): PieceSnapshot {
  const own = (typeof rendition === 'object' && rendition !== null ? rendition : {}) as Record<string, unknown>;
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
