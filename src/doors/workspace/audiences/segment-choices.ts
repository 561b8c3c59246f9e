import { aboutName, interactionSubjects, purposesNow, ruleFields, ruleValues, segmentOptions } from '#domains/audiences/index.ts';
import { listChannels } from '#domains/channels/index.ts';
import { departments, namedRegions, unitOptions } from '#domains/organization/index.ts';
import { channelsInForce } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Locale } from '#platform/i18n/locale.ts';

/** What the builder of a segment chooses from; a segment does not ask about itself. */
export async function segmentChoices(ctx: Ctx, locale: Locale, own?: string) {
  const [units, purposes, segments, house, planned, subjects] = await Promise.all([
    unitOptions(ctx),
    purposesNow(ctx),
    segmentOptions(ctx),
    listChannels(ctx),
    channelsInForce(ctx),
    interactionSubjects(ctx),
  ]);
  const say = sayIn(locale);
  const channels = new Map([...planned, ...house].map(({ code, name }) => [code, name]));
  return {
    fields: ruleFields,
    values: ruleValues,
    units: units.map(({ code, name, depth }) => ({ value: code, label: `${'\u2003'.repeat(depth)}${name}` })),
    purposes: purposes.map(({ code, name }) => ({ value: code, label: name })),
    segments: segments.filter(({ code }) => code !== own).map(({ code, name }) => ({ value: code, label: name })),
    channels: [...channels].map(([value, label]) => ({ value, label })),
    /** With what contacts did something, each with its act. */
    subjects: subjects.map((one) => ({ act: one.act, value: one.code, label: aboutName(say, one) })),
    departments: departments().map(({ name }) => name),
  };
}

export type SegmentChoices = Awaited<ReturnType<typeof segmentChoices>>;

/** What the regions of a rule are called, by code. */
export const regionNamesOf = (rule: { groups: readonly { conditions: readonly { field: string; values: readonly string[] }[] }[] }) =>
  Object.fromEntries(
    namedRegions(
      rule.groups.flatMap(({ conditions }) => conditions.filter(({ field }) => field === 'region').flatMap(({ values }) => values)),
    ).map(({ code, name }) => [code, name]),
  );
