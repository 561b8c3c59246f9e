import { everySignature, registerFilterShape, type RegisterRow } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = registerFilterShape.parse({ ...Object.fromEntries(url.searchParams), search: url.searchParams.get('q') ?? undefined });
  const row = (it: RegisterRow): Cell[] => [
    it.name,
    it.email,
    it.unit,
    say(`organization.agreement.state_${it.state}`),
    it.number,
    it.signed_at,
    it.expires_on,
    it.second_factor === null ? null : say(it.second_factor ? 'organization.yes' : 'organization.no'),
    it.sha256,
  ];
  return download(
    {
      name: say('organization.agreement.register'),
      heads: [
        say('organization.person.name'),
        say('organization.person.email'),
        say('organization.unit.one'),
        say('organization.agreement.signature'),
        say('organization.agreement.text'),
        say('organization.agreement.signed_on'),
        say('organization.agreement.expires_on'),
        say('organization.person.second_factor'),
        'SHA-256',
      ],
      rows: (async function* () {
        for await (const it of everySignature(ctx, filter)) yield row(it);
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
