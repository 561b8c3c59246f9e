import type { Day } from '#platform/clock/day.ts';
import { dayIn } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import { listChannels } from '#domains/channels/index.ts';
import { todayOf, zoneOf } from '#domains/organization/index.ts';
import type { Known, KnownAsset, Subject } from './checks/checked.ts';
import { lookAt, type PieceCheck } from './checks/look-at.ts';
import { selectOfficials, selectTerms, selectWaivers } from './checks.queries.ts';
import type { Asset } from './asset.ts';
import { selectAssetsByIds } from './assets.queries.ts';
import { electionWindowOn } from './elections.ts';
import { kindOf } from './kinds.ts';
import type { Check } from './kind.ts';
import { assetsOf } from './piece-assets.ts';
import type { Piece } from './piece.ts';
import { selectRenditions } from './pieces.queries.ts';
import { readerOf } from './readers.ts';
import { measuredRendition } from './rendition-fields.ts';

type Content = Pick<Piece, 'title' | 'fields' | 'body'>;

/** A piece as every check sees it: what stops it, what is worth a look, what was let by. */
export interface CheckedPiece {
  readonly checks: readonly PieceCheck[];
  readonly assets: readonly Asset[];
}

/**
 * Looks at a piece with every check, as it is or with other `content` that is being written. What its kind says blocks stops it from
 * being submitted, unless somebody who may has waived it.
 */
export async function checkPiece(ctx: Ctx, piece: Piece, content: Content = piece): Promise<CheckedPiece> {
  const day = await todayOf(ctx);
  const goesOut = outOn(piece, day, await zoneOf(ctx));
  const [assets, terms, officials, election, waivers, renditions, channels] = await Promise.all([
    readerOf(ctx).then((reader) => selectAssetsByIds(ctx.db, assetsOf(content), reader)),
    selectTerms(ctx.db),
    selectOfficials(ctx.db),
    electionWindowOn(ctx, goesOut),
    selectWaivers(ctx.db, piece.id),
    selectRenditions(ctx.db, piece.id),
    listChannels(ctx),
  ]);
  const subject: Subject = {
    kind: kindOf(piece.kind),
    title: content.title,
    fields: content.fields,
    body: content.body,
    class: piece.class,
    goesPublic: channels.some(({ code, public: open }) => open && piece.channels.includes(code)),
    day: goesOut,
    today: day,
    renditions: channels.flatMap((channel) => measuredRendition(channel, renditions[channel.code])),
  };
  const known: Known = {
    assets: new Map(assets.map((asset) => [asset.id, knownAsset(asset)])),
    terms,
    officials,
    windows: election?.windows ?? [],
  };
  return { checks: lookAt(subject, known, waivers), assets };
}

/** What of a piece stops it from being submitted: the codes of the checks that its kind blocks on and that nobody waived. */
export async function blockingChecks(ctx: Ctx, piece: Piece): Promise<readonly Check[]> {
  const { checks } = await checkPiece(ctx, piece);
  return checks.filter(({ level }) => level === 'block').map(({ check }) => check);
}

function outOn({ publishAt, dueOn }: Piece, day: Day, zone: string): Day {
  const meant = publishAt ? dayIn(publishAt, zone) : dueOn;
  return meant !== null && meant > day ? meant : day;
}

const knownAsset = (asset: Asset): KnownAsset => ({
  id: asset.id,
  kind: asset.kind,
  title: asset.title,
  expiresOn: asset.expiresOn,
  withdrawn: asset.withdrawnAt !== null,
  peopleShown: asset.peopleShown,
  minorsShown: asset.minorsShown,
  released: asset.release !== null,
  guarded: asset.guardian !== null,
  captions: asset.captions !== null,
  transcript: asset.transcript !== '',
});
