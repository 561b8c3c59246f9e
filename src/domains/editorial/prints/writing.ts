import type { Format } from '#platform/i18n/format.ts';
import type { Channel } from '#domains/channels/index.ts';
import type { ShownAsset } from '../asset-html.ts';
import { imagePlaced } from '../piece-html.ts';
import { kindOf } from '../kinds.ts';
import type { Piece } from '../piece.ts';
import { wordsOver } from './drawing.ts';
import { paperOf, papers, type Paper, type Print, type PrintBlock, type Sheet } from './print.ts';
import { printBlocks, typedBlocks, wordsIn } from './print-blocks.ts';

/** A channel that somebody carries on paper. */
export const isOnPaper = ({ means, mode }: Pick<Channel, 'means' | 'mode'>): boolean => means === 'by_hand' && mode === 'offline';

/** The sheets on which what is of a kind may be printed by a channel. */
export const sheetsFor = (kind: string, channel: Pick<Channel, 'means' | 'mode'>): readonly Sheet[] =>
  isOnPaper(channel) ? kindOf(kind).prints : [];

/** The sheets of a piece by a channel: those that were chosen, or what is usual there: within the house a card, outside a leaflet. */
export function sheetsOf(kind: string, channel: Pick<Channel, 'public'>, chosen: string): Sheet[] {
  const { prints } = kindOf(kind);
  const wanted = prints.filter((sheet) => chosen.split(' ').includes(sheet));
  if (wanted.length > 0) return wanted;
  const usual = prints.find((sheet) => (sheet === 'card') !== channel.public) ?? prints[0];
  return usual ? [usual] : [];
}

interface Given {
  readonly piece: Piece;
  /** What its channel says in words of its own. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly assets: ReadonlyMap<number, ShownAsset>;
  readonly format: Format;
  /** Where it is read outside, such as `/news/pico-y-placa`; empty when it is not. */
  readonly page: string;
  readonly house: { readonly name: string; readonly colour: string; readonly emblem: string | null };
}

// As much as is still read standing.
const standing = 120;

/**
 * What one sheet says of a piece. Without words of its own a card or a poster says a short text whole, if all of it fits, and otherwise
 * only its lead: the rest is read where its code leads.
 */
export function printOf(sheet: Sheet, given: Given): Print {
  const typed = text(given.own.text);
  if (typed) return printWith(typedBlocks(typed), sheet, given);
  const blocks = printBlocks(given.piece.body);
  const whole = printWith(blocks, sheet, given);
  if (sheet === 'leaflet') return whole;
  return wordsIn(blocks) <= standing && wordsOver(whole) === 0 ? whole : { ...whole, text: [] };
}

function printWith(blocks: readonly PrintBlock[], sheet: Sheet, { piece, own, assets, format, page, house }: Given): Print {
  const { title, fields, kind } = piece;
  const size = text(fields.size);
  const day = text(fields.day) || text(fields.starts_on);
  return {
    sheet,
    paper: isPaper(size) ? size : paperOf[sheet],
    title: bound(text(own.title) || title),
    lead: bound(text(own.lead) || text(fields.lead)),
    text: blocks.map((block) => ({ ...block, text: bound(block.text) })),
    call: bound(text(own.call)),
    when: bound(text(own.when) || (/^\d{4}-\d{2}-\d{2}$/.test(day) ? format.day(day) : '')),
    where: bound(text(own.where) || text(fields.place)),
    address: /^(https?:\/\/\S+|\/(?!\/)\S*)$/i.test(text(own.address)) ? text(own.address) : page,
    picture: pictureOf(piece, assets, kind === 'infographic'),
    house: { ...house, unit: piece.unitName },
  };
}

function pictureOf(piece: Piece, assets: ReadonlyMap<number, ShownAsset>, whole: boolean): Print['picture'] {
  const placed = imagePlaced(piece);
  const asset = placed && assets.get(placed.asset);
  if (!placed || asset?.kind !== 'image' || !asset.width || !asset.height) return null;
  const { file, width, height, focalX, focalY, credit } = asset;
  return { file, width, height, focalX, focalY, whole, alt: placed.alt, credit };
}

const isPaper = (size: string): size is Paper => Object.hasOwn(papers, size);

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** An hour stays in one line with its half of the day. */
const bound = (words: string) => words.replace(/(\d) ([ap])\. ?m\./g, '$1\u00a0$2.\u00a0m.').replace(/(\d) m\./g, '$1\u00a0m.');
