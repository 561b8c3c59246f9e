import { todayOf } from '#domains/organization/index.ts';
import { everyRequest, type ListedRequest } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';
import { requestsFilter } from './pile.ts';

/** One pile as it is filtered, to take away. */
export const loader = load(async ({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const kind = (code: string | null) =>
    code === null ? '' : code === 'campaign' ? say('requests.kind.campaign') : say(`pieces.kind.${code}`);
  const row = (request: ListedRequest): Cell[] => [
    request.id,
    request.title,
    say(`requests.state.${request.state}`),
    kind(request.kind),
    request.unitName,
    request.askerName,
    request.askedAt,
    request.answerDueOn,
    request.answerHours,
    request.wantedOn,
    request.dueOn,
    request.assigneeName,
    request.doneAt,
    request.days,
  ];
  return download(
    {
      name: `${say('requests.requests').toLowerCase()}-${await todayOf(ctx)}`,
      heads: [
        say('requests.sheet.number'),
        say('requests.sheet.title'),
        say('requests.sheet.state'),
        say('requests.kind'),
        say('requests.unit'),
        say('requests.sheet.asker'),
        say('requests.sheet.asked'),
        say('requests.sheet.answer_due'),
        say('requests.sheet.hours'),
        say('requests.sheet.wanted'),
        say('requests.sheet.due'),
        say('requests.assignee'),
        say('requests.sheet.done'),
        say('requests.sheet.days'),
      ],
      rows: (async function* () {
        for await (const request of everyRequest(ctx, requestsFilter(url))) yield row(request);
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
