import type { Ctx } from '#platform/ctx.ts';
import { departments, personCard, todayOf, unitOptions } from '#domains/organization/index.ts';
import { segmentChoices } from './segment-choices.ts';
import { answerDays } from './request-terms.ts';
import { requestKinds } from './requests.input.ts';

/** What somebody of the house chooses among when he asks the office for something, and in how many business days he is answered. */
export async function askChoices(ctx: Ctx) {
  const [units, segments, day, me] = await Promise.all([
    unitOptions(ctx),
    segmentChoices(ctx),
    todayOf(ctx),
    ctx.actor.id ? personCard(ctx, ctx.actor.id) : null,
  ]);
  return {
    days: answerDays,
    choices: {
      kinds: requestKinds,
      segments: segments.map(({ code, name }) => ({ value: code, label: name })),
      units: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
      ownUnit: String(me?.person.unit_id ?? ''),
      regions: departments().map(({ name }) => name),
      today: day,
    },
  };
}
