import type { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { lastChange } from './audit.ts';
import type { brandShape } from './institution.input.ts';
import { updateInstitution } from './institution.queries.ts';
import { institutionOf } from './institution.ts';
import { organizationPolicy as policy } from './policy.ts';

/**
 * Changes the institution's name, colour, language and contact; `emblem` is a file of the house, already public. Every door
 * shows the new brand at once. Refused as `form.stale` when somebody saved since the form was opened.
 */
export async function editBrand(ctx: Ctx, input: z.output<typeof brandShape>, emblem?: string): Promise<Refusal | void> {
  authorize(ctx.actor, policy, 'institution.edit', null);
  const { version, ...brand } = input;
  const institution = await institutionOf(ctx);
  if (institution.version !== version) return refuse('form.stale', { who: (await lastChange(ctx.db, 'institution', 1))?.actor ?? '' });
  const after = emblem === undefined ? brand : { ...brand, emblem_file: emblem };
  await updateInstitution(ctx.db, after);
  const before = Object.fromEntries((Object.keys(after) as (keyof typeof after)[]).map((name) => [name, institution[name]]));
  await ctx.tell({ name: 'institution.edited', subject: { type: 'institution', id: 1 }, before, after, topics: ['institution', 'portal'] });
}
