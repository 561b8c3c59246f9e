import type { Ctx } from '#platform/ctx.ts';
import {
  selectCampaignBeside,
  selectNames,
  selectSnippets,
  selectVersionRows,
  type CampaignBeside,
  type VersionRow,
} from './beside-piece.queries.ts';
import { selectTerms } from './checks.queries.ts';
import type { ReviewStep } from './kind.ts';
import type { Piece } from './piece.ts';
import { selectAuthors } from './pieces.queries.ts';
import { askedOf } from './reviewers.ts';
import { selectStepsNow } from './steps.ts';
import { wayOf } from './submission.ts';

/** One step of a piece's way, with whom it is or will be asked of. */
export interface WayStep {
  readonly step: ReviewStep;
  readonly state: 'ahead' | 'asked' | 'passed' | 'returned';
  readonly person: string | null;
  readonly unit: string | null;
}

/** What stands beside a piece while it is written. */
export interface Beside {
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly way: readonly WayStep[];
  readonly campaign: CampaignBeside | null;
  readonly snippets: readonly { readonly id: number; readonly name: string; readonly text: string }[];
  readonly terms: Awaited<ReturnType<typeof selectTerms>>;
  readonly versions: readonly VersionRow[];
}

/** The campaign's lines and tone, the house's words, the way ahead and the versions of a piece that one may read. */
export async function besidePiece(ctx: Ctx, piece: Piece): Promise<Beside> {
  const [authors, way, campaign, snippets, terms, versions] = await Promise.all([
    selectAuthors(ctx.db, piece.id),
    wayBeside(ctx, piece),
    piece.campaign === null ? undefined : selectCampaignBeside(ctx.db, piece.campaign),
    selectSnippets(ctx.db),
    selectTerms(ctx.db),
    selectVersionRows(ctx.db, piece.id),
  ]);
  return { authors, way, campaign: campaign ?? null, snippets, terms, versions };
}

/** The message lines of a piece's campaign. */
export async function besideLines(ctx: Ctx, { campaign }: Piece): Promise<CampaignBeside['lines']> {
  return campaign === null ? [] : ((await selectCampaignBeside(ctx.db, campaign))?.lines ?? []);
}

async function wayBeside(ctx: Ctx, piece: Piece): Promise<WayStep[]> {
  if (piece.state !== 'draft') {
    const steps = await selectStepsNow(ctx, piece.id);
    return steps.map(({ step, state, personName, unitName }) => ({
      step,
      state: state === 'waiting' || state === 'void' ? 'ahead' : state,
      person: personName,
      unit: unitName,
    }));
  }
  const way = (await wayOf(ctx, piece)).flat();
  const asked = await Promise.all(way.map((step) => askedOf(ctx, piece, step)));
  const names = await selectNames(
    ctx.db,
    asked.flatMap((one) => (one ? [one.person] : [])),
  );
  return way.map((step, at) => ({ step, state: 'ahead', person: names.get(asked[at]?.person ?? '') ?? null, unit: null }));
}
