import { campaignSpends, getCampaign } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** What a campaign cost, to take away; what was voided too, with its reason. */
export const loader = load(async ({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.campaign ?? '')) throw new NotFound(`campaign ${params.campaign}`);
  const say = sayIn(visit.locale);
  const { code } = await getCampaign(ctx, Number(params.campaign));
  const { spends } = await campaignSpends(ctx, Number(params.campaign));
  return download(
    {
      name: `${code}-${say('campaigns.spends').toLowerCase()}`,
      heads: ['supplier', 'contract', 'concept', 'for_action', 'spent_on', 'amount', 'sheet.voided', 'sheet.reason'].map((head) =>
        say(`campaigns.${head}`),
      ),
      rows: spends.map((spend): Cell[] => [
        spend.supplier,
        spend.contract,
        spend.concept,
        spend.actionTitle,
        spend.spentOn,
        spend.amount,
        spend.voidedAt,
        spend.voidReason,
      ]),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
