import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { Reaction } from '#platform/events/reactions.ts';
import { ruleShape } from './segment-rule.ts';
import { insertMissing } from './segments.queries.ts';

const shape = z.array(z.object({ code: z.string(), name: z.string(), focus: z.string(), channels: z.array(z.string()), rule: ruleShape }));

/** The publics of both plan templates, with their rules (`templates/segments`). */
export const shippedSegments = () =>
  shape.parse(JSON.parse(readFileSync(new URL('../../../templates/segments/segments.json', import.meta.url), 'utf8')));

export const startingSegments: Reaction = {
  name: 'audiences.starting-segments',
  to: ['institution.set_up'],
  react: (ctx) => add(ctx, shippedSegments()),
};

/** A public that a plan names. */
export interface PlanPublic {
  readonly code: string;
  readonly name: string;
  readonly focus: string;
  readonly channels: readonly string[];
}

/** A plan that comes into force brings its publics: those that the house has not become segments, to be given their rule. */
export function adoptPublics(publicsOf: (ctx: Ctx) => Promise<readonly PlanPublic[]>): Reaction {
  return {
    name: 'audiences.adopt-publics',
    to: ['version.in_force'],
    react: async (ctx) => {
      const shipped = new Map(shippedSegments().map((segment) => [segment.code, segment]));
      const publics = await publicsOf(ctx);
      await add(
        ctx,
        publics.map((one) => ({ ...one, rule: shipped.get(one.code)?.rule ?? { join: 'all', groups: [] } })),
      );
    },
  };
}

async function add(ctx: Ctx, segments: Parameters<typeof insertMissing>[1]): Promise<void> {
  for (const code of await insertMissing(ctx.db, segments, ctx.now)) {
    const name = segments.find((one) => one.code === code)!.name;
    await ctx.tell({ name: 'segment.added', subject: { type: 'segment', id: code }, after: { name }, topics: ['segments'] });
  }
}
