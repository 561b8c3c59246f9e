import { todayOf } from '#domains/organization/index.ts';
import { campaignFilterInput, everyCampaign } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download } from '#platform/sheets/write.ts';

/** The campaigns as they are filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = campaignFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: `${say('campaigns.campaigns').toLowerCase()}-${await todayOf(ctx)}`,
      heads: [
        say('campaigns.name'),
        say('campaigns.objective'),
        say('campaigns.scope'),
        say('campaigns.state'),
        say('campaigns.unit'),
        say('campaigns.owner'),
        say('campaigns.sheet.start'),
        say('campaigns.sheet.end'),
        say('campaigns.actions'),
        say('campaigns.sheet.done_actions'),
        say('campaigns.pieces'),
        say('campaigns.budget'),
        say('campaigns.spent'),
      ],
      rows: (async function* () {
        for await (const campaign of everyCampaign(ctx, filter))
          yield [
            campaign.name,
            campaign.objective,
            say(`campaigns.scope.${campaign.scope}`),
            say(`campaigns.state.${campaign.state}`),
            campaign.unitName,
            campaign.ownerName,
            campaign.startsOn,
            campaign.endsOn,
            campaign.actions,
            campaign.done,
            campaign.pieces,
            campaign.budget,
            campaign.spent,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
