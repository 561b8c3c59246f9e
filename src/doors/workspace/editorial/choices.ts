import type { Ctx } from '#platform/ctx.ts';
import { campaignOptions, segmentChoices } from '#domains/editorial/index.ts';
import { listChannels } from '#domains/channels/index.ts';
import { departments, peopleOptions, unitOptions } from '#domains/organization/index.ts';
import { activitiesInForce } from '#domains/plan/index.ts';

/** What the forms of requests, campaigns and pieces choose from. */
export async function choicesOf(ctx: Ctx) {
  const [units, activities, segments, channels, campaigns, people] = await Promise.all([
    unitOptions(ctx),
    activitiesInForce(ctx),
    segmentChoices(ctx),
    listChannels(ctx),
    campaignOptions(ctx),
    peopleOptions(ctx),
  ]);
  return {
    units: units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` })),
    activities: activities.map(({ item, number, title }) => ({ value: String(item), label: `${number} ${title}` })),
    segments: segments.map(({ code, name }) => ({ value: code, label: name })),
    channels: channels
      .filter(({ closedAt }) => closedAt === null)
      .map(({ code, name, public: open }) => ({ value: code, label: name, open })),
    campaigns: campaigns.map(({ id, name }) => ({ value: String(id), label: name })),
    regions: departments().map(({ name }) => name),
    people: people.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name })),
  };
}
