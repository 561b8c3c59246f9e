import { everyMailing, mailingsFilterInput, recipientStates } from '#domains/channels/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** The mailings as they are filtered, with how each ended, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const { page: _, ...filter } = mailingsFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('mailings.mailings').toLowerCase(),
      heads: [
        ...['what', 'state', 'who', 'drafted_at', 'started_at', 'finished_at', 'recipients'].map((key) => say(`mailings.${key}`)),
        ...recipientStates.map((state) => say(`mailings.recipient.${state}`)),
      ],
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const row of everyMailing(ctx, filter))
          yield [
            row.title,
            say(`mailings.state.${row.state}`),
            row.draftedByName ?? '',
            row.draftedAt,
            row.startedAt,
            row.finishedAt,
            row.recipients,
            ...recipientStates.map((state) => row.counts[state]),
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
