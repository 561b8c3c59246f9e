import type { Ctx } from '#platform/ctx.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { authorize } from '#platform/http/policy.ts';
import { lookOutside, type Outside } from '#platform/http/outside.ts';
import type { App } from '#platform/http/visit.ts';
import type { DueWork } from '#platform/jobs/due-clock.ts';
import { NotFound } from '#platform/refusal.ts';
import type { WhyWritten } from '#domains/channels/index.ts';
import { publicPlan } from '#domains/plan/index.ts';
import { selectAt } from '../news.queries.ts';
import { pieceTopic } from '../piece.ts';
import { getPiece } from '../pieces.ts';
import { editorialPolicy } from '../policy.ts';
import { selectPublicCampaign } from '../public-campaigns.queries.ts';
import { intranetChannel, portalChannel } from '../publication.ts';
import { knownAs, linksIn } from './letter-links.ts';
import { askLooks, claimLooks, fileIsThere, markLooked, nextLook } from './links.queries.ts';
import { pieceLetter } from './piece-letter.ts';

// What answered this morning answers at noon.
const fresh = 6 * 3_600_000;
const most = 200;
const atOnce = 6;
const lease = 60_000;

/** Has a worker look whether each address of a piece's letter answers; how many were asked. */
export async function askLinks(
  ctx: Ctx,
  input: { piece: number; why: WhyWritten },
  { origin }: { origin: string },
): Promise<{ asked: number }> {
  const piece = await getPiece(ctx, input.piece);
  authorize(ctx.actor, editorialPolicy, 'pieces.write', piece.unit);
  const letter = await pieceLetter(ctx, piece, { why: input.why, origin });
  const addresses = linksIn(letter.html)
    .map((address) => knownAs(address, origin))
    .slice(0, most);
  const asked = await askLooks(ctx.db, piece.id, addresses, new Date(ctx.now.getTime() - fresh), ctx.now);
  if (asked > 0)
    await ctx.tell({
      name: 'piece.links_asked',
      subject: { type: 'piece', id: piece.id },
      after: { links: asked },
      topics: ['links', pieceTopic(piece.id)],
    });
  return { asked };
}

/** Looks at what was asked, a few at a time and outside any transaction. `outside` is for tests. */
export function linkWork(outside: (address: string) => Promise<Outside> = lookOutside): DueWork {
  return {
    name: 'editorial.links',
    topic: 'links',
    next: ({ database }) => nextLook(database.primary),
    run: async (app) => {
      const { primary } = app.database;
      for (;;) {
        const now = app.clock();
        const taken = await claimLooks(primary, atOnce, now, new Date(now.getTime() + lease));
        if (taken.length === 0) return false;
        const found = await Promise.all(taken.map(async ({ address }) => ({ address, ...(await lookAt(app, address, outside)) })));
        await primary.transaction().execute(async (db) => {
          const ctx = commandContext(db, system, app.clock(), app.owed, app.vault);
          for (const { address, ...how } of found) await markLooked(db, address, how, ctx.now);
          await ctx.tell(
            [...new Set(taken.map(({ piece }) => piece))].map((piece) => ({
              name: 'piece.links_looked' as const,
              subject: { type: 'piece' as const, id: piece },
              after: { links: found.length },
              topics: [pieceTopic(piece)],
            })),
          );
        });
      }
    },
  };
}

interface Found {
  readonly state: 'alive' | 'dead' | 'unseen';
  readonly problem: string | null;
  readonly status: number | null;
}

async function lookAt(app: App, address: string, outside: (address: string) => Promise<Outside>): Promise<Found> {
  if (address.startsWith('/')) {
    const ctx = commandContext(app.database.primary, system, app.clock(), () => [], app.vault);
    const there = await houseHas(ctx, address);
    return { state: there === null ? 'unseen' : there ? 'alive' : 'dead', problem: there === null ? 'inside' : null, status: null };
  }
  const answer = await outside(address);
  return {
    state: answer.is,
    problem: 'problem' in answer ? answer.problem : null,
    status: 'status' in answer ? answer.status : null,
  };
}

const pages = /^\/(news|press|plan|subscription(\/mine)?|search|accessibility|intranet(\/(news|resources|directory))?|newsletters)?$/;

/** Whether the house has something at a path, asked inside and not over the net; null when only a person can tell. */
export async function houseHas(ctx: Ctx, address: string): Promise<boolean | null> {
  const path = address.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
  if (pages.test(path) || path.startsWith('/feed')) return true;
  const [, area, name = ''] = /^\/(intranet\/news|news|files|pictures|campaigns|plan)\/([^/]+)/.exec(path) ?? [];
  switch (area) {
    case 'news':
      return isOut(ctx, portalChannel, name);
    case 'intranet/news':
      return isOut(ctx, intranetChannel, name);
    case 'files':
    case 'pictures':
      return fileIsThere(ctx.db, name);
    case 'campaigns':
      return (await selectPublicCampaign(ctx.db, name)) !== undefined;
    case 'plan':
      return publicPlan(ctx, name).then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof NotFound) return false;
          throw cause;
        },
      );
    default:
      return null;
  }
}

const isOut = async (ctx: Ctx, channel: string, slug: string) =>
  (await selectAt(ctx.db, channel, decodeURIComponent(slug)))?.state === 'out';
