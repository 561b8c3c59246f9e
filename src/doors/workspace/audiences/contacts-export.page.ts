import { aboutName, contactFilterInput, everyContact } from '#domains/audiences/index.ts';
import { regionName } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = contactFilterInput.parse(Object.fromEntries(url.searchParams));
  const heads = ['name', 'email', 'phone', 'kind', 'organization', 'region', 'language', 'interests', 'consent', 'did', 'state'] as const;
  return download(
    {
      name: say('audiences.place.contacts'),
      heads: heads.map((head) => say(`audiences.contact.${head}`)),
      rows: (async function* () {
        for await (const one of everyContact(ctx, { ...filter, after: undefined })) {
          yield [
            one.name,
            one.email,
            one.phone,
            say(`audiences.kind.${one.kind}`),
            one.organization || one.unitName,
            one.region && regionName(one.region),
            one.language,
            one.interests.join('; '),
            one.purposes.join('; '),
            one.did.map((thing) => `${say(`audiences.did.${thing.act}`)} ${aboutName(say, thing)} (${thing.last})`).join('; '),
            one.stopped ? say('audiences.state.stopped') : '',
          ] satisfies Cell[];
        }
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
