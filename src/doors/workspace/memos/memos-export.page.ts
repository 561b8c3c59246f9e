import { everyMemo, memosFilterInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

/** Memos and circulars with who has read them, to take away. */
export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = memosFilterInput.parse(Object.fromEntries(url.searchParams));
  return download(
    {
      name: say('memos.memos').toLowerCase(),
      heads: [
        'memos.what',
        'memos.verify.subject',
        'memos.kind',
        'memos.unit',
        'memos.verify.signed_by',
        'memos.signed_on',
        'memos.when',
        'memos.state',
        'memos.people',
        'memos.read',
      ].map((key) => say(key)),
      rows: (async function* (): AsyncGenerator<Cell[]> {
        for await (const one of everyMemo(ctx, filter))
          yield [
            one.label,
            one.title,
            say(`pieces.kind.${one.kind}`),
            one.unitName,
            one.signedName,
            one.signedAt,
            one.sentAt,
            say(`memos.state.${one.state}`),
            one.people,
            one.read,
          ];
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
