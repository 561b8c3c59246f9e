import { everyPerson, peopleFilterShape, type PersonRow } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { download, type Cell } from '#platform/sheets/write.ts';

export const loader = load(({ ctx, url, visit }) => {
  const say = sayIn(visit.locale);
  const filter = peopleFilterShape.parse({ ...Object.fromEntries(url.searchParams), search: url.searchParams.get('q') ?? undefined });
  const row = (person: PersonRow): Cell[] => [
    person.name,
    person.email,
    person.unit,
    person.position,
    say(`organization.person.${person.employment}`),
    person.roles.map(({ role, unit }) => say(`organization.role.${role}`) + (unit ? ` (${unit})` : '')).join('; '),
    say(`organization.person.state_${person.left_at ? 'left' : person.last_seen_at ? 'active' : 'invited'}`),
  ];
  return download(
    {
      name: say('organization.place.people'),
      heads: [
        say('organization.person.name'),
        say('organization.person.email'),
        say('organization.unit.one'),
        say('organization.person.position'),
        say('organization.person.employment'),
        say('organization.person.roles'),
        say('organization.person.state'),
      ],
      rows: (async function* () {
        for await (const person of everyPerson(ctx, filter)) yield row(person);
      })(),
    },
    url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
  );
});
