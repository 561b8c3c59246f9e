import { Link, useLoaderData, useSearchParams } from 'react-router';
import { allKinds, audiencesPolicy, contactFilterInput, contactStanding, countedTo, listContacts } from '#domains/audiences/index.ts';
import { departments, regionName } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { State } from '#ui/state.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { contactsVoice } from './contacts-voice.ts';
import { Done } from './done.tsx';
import { AudienceTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.audiences'), to: '/workspace/contacts' },
    { name: say('audiences.place.contacts') },
  ],
  topics: () => ['contacts'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const filter = contactFilterInput.parse(Object.fromEntries(url.searchParams));
  const { contacts, count, next } = await listContacts(ctx, filter);
  const { after, ...asked } = filter;
  return {
    rows: contacts.map(({ id, name, kind, email, phone, organization, region, unitName, purposes, stopped }) => ({
      id,
      name,
      kind,
      email,
      phone,
      where: [organization || unitName, region && regionName(region)].filter(Boolean).join(' · '),
      purposes: purposes.length,
      stopped,
    })),
    next,
    stand: { ...(await contactStanding(ctx)), count, countedTo, filtered: Object.values(asked).some(Boolean) },
    begun: after === undefined,
    kinds: allKinds,
    departments: departments().map(({ code, name }) => ({ value: code, label: name })),
    writes: may(visit.actor, audiencesPolicy['contacts.write']),
  };
});

export default function Contacts() {
  const { rows, next, stand, begun, kinds, departments: regions, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams([...params].filter(([name]) => name !== 'after' && name !== 'done'));
  const count = stand.filtered ? Math.min(stand.count, stand.countedTo) : stand.total;
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.place.contacts')} · Pregón`}</title>
      <Head
        name={say('audiences.place.contacts')}
        voice={contactsVoice(say, stand)}
        actions={
          writes && (
            <>
              <Link className="button" to="/workspace/imports">
                {say('audiences.contact.import')}
              </Link>
              <Link className="button primary" to="/workspace/contacts/new">
                {say('audiences.contact.add')}
              </Link>
            </>
          )
        }
      />
      <AudienceTabs reads />
      <Done />
      <Filters
        search={say('audiences.contact.find')}
        filters={[
          {
            name: 'kind',
            label: say('audiences.contact.kind'),
            all: say('audiences.all'),
            options: kinds.map((kind) => ({ value: kind, label: say(`audiences.kind.${kind}`) })),
          },
          { name: 'region', label: say('audiences.contact.department'), all: say('audiences.all'), options: regions },
          {
            name: 'state',
            label: say('audiences.contact.state'),
            all: say('audiences.all'),
            options: (['stopped', 'silent'] as const).map((state) => ({ value: state, label: say(`audiences.state.${state}`) })),
          },
        ]}
      >
        <span className="push small">
          {say('audiences.export')} <a href={`/workspace/contacts/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
          <a href={`/workspace/contacts/export?${query}&format=csv`}>CSV</a>
        </span>
      </Filters>
      <Table
        caption={say('audiences.place.contacts')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={say('audiences.contact.none')}>{say('audiences.contact.none_how')}</Empty>}
        columns={[
          {
            key: 'name',
            name: say('audiences.contact.name'),
            phone: 'lead',
            cell: ({ id, name, email, phone }) => (
              <>
                <Link className="quiet" to={`/workspace/contacts/${id}`}>
                  {name || email || phone}
                </Link>
                <small>{email ?? phone}</small>
              </>
            ),
          },
          { key: 'kind', name: say('audiences.contact.kind'), phone: 'second', cell: ({ kind }) => say(`audiences.kind.${kind}`) },
          { key: 'where', name: say('audiences.contact.where'), phone: 'under', cell: ({ where }) => where },
          {
            key: 'consent',
            name: say('audiences.contact.consent'),
            phone: 'figure',
            cell: ({ purposes, stopped, kind }) =>
              stopped ? (
                <State state="withdrawn">{say('audiences.state.stopped')}</State>
              ) : kind === 'staff' ? (
                <span className="muted">{say('audiences.contact.internal')}</span>
              ) : purposes === 0 ? (
                <span className="muted">{say('audiences.contact.no_consent')}</span>
              ) : (
                say('audiences.contact.consents', { count: purposes })
              ),
          },
        ]}
      />
      <Pages
        says={say('audiences.shown', { shown: format.number(rows.length), count })}
        previous={begun ? null : `?${query}`}
        next={next === null ? null : `?${new URLSearchParams([...query, ['after', String(next)]])}`}
      />
    </main>
  );
}
