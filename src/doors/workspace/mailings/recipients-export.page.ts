import { everyRecipient, recipientsFilterInput } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { NotFound } from '#platform/refusal.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { reasonKey } from './reason.ts';

/** Who got a mailing and how each ended, to take away. */
export const loader = load(({ ctx, params, url, visit }) => {
  if (!/^\d{1,15}$/.test(params.mailing ?? '')) throw new NotFound(`mailing ${params.mailing}`);
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = recipientsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: `${say('mailings.recipients').toLowerCase()}-${params.mailing}`,
      heads: [
        'recipient.name',
        'recipient.address',
        'state',
        'recipient.wave',
        'recipient.tries',
        'when',
        'recipient.why',
        'recipient.said',
      ].map((key) => say(`mailings.${key}`)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const row of everyRecipient(ctx, Number(params.mailing), filter)) {
          const why = reasonKey(row.reason);
          yield [
            row.name,
            row.address,
            say(`mailings.recipient.${row.state}`),
            row.wave + 1,
            row.tries,
            row.at,
            why === null ? '' : say(why.key, why.vars),
            row.answer ?? '',
          ];
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
