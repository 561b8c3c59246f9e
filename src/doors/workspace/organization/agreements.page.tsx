import { Link, useLoaderData, useSearchParams } from 'react-router';
import { agreementRegister, agreementTexts, currentAgreement, registerFilterShape } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { State, type StateName } from '#ui/state.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { agreementsVoice } from './agreements-voice.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'agreements'), topics: () => ['agreements'] };

export const loader = load(async ({ ctx, visit, url }) => {
  const { after, ...filter } = registerFilterShape.parse({
    ...Object.fromEntries(url.searchParams),
    search: url.searchParams.get('q') ?? undefined,
  });
  const own = visit.actor.kind === 'person' ? await currentAgreement(ctx, visit.actor.id!) : null;
  const reads = mayEdit(visit.actor, 'agreements.read', null);
  return {
    own,
    texts: await agreementTexts(ctx),
    register: reads ? await agreementRegister(ctx, filter, after) : null,
    begun: after === undefined,
    publishes: mayEdit(visit.actor, 'agreements.publish', null),
    places: placesOf(visit.actor),
  };
});

const shapes: Record<string, StateName> = { current: 'approved', soon: 'returned', expired: 'failed', older: 'review', none: 'draft' };

export default function Agreements() {
  const { own, texts, register, begun, publishes, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  query.delete('after');
  const state = (name: string) => say(`organization.agreement.state_${name}`);
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.agreements')} · Pregón`}</title>
      <Head
        name={say('organization.place.agreements')}
        voice={agreementsVoice(say, {
          text: texts[0]?.number ?? null,
          own: own && format.day(own.expiresOn),
          counts: register?.counts ?? null,
        })}
        actions={
          <>
            {publishes && (
              <Link className={own || texts.length === 0 ? 'button primary' : 'button'} to="/workspace/settings/agreements/new">
                {say('organization.agreement.publish')}
              </Link>
            )}
            {texts.length > 0 &&
              (own ? (
                <Link className="button" to={`/workspace/settings/agreements/signatures/${own.id}`}>
                  {say('organization.agreement.see_own')}
                </Link>
              ) : (
                <Link className="button primary" to="/workspace/settings/agreements/sign">
                  {say('organization.agreement.sign')}
                </Link>
              ))}
          </>
        }
      />
      <SettingsTabs places={places} />
      <Done />
      {texts.length === 0 && <Empty title={say('organization.agreement.no_text')}>{say('organization.agreement.no_text_how')}</Empty>}
      {register && texts.length > 0 && (
        <>
          <Filters
            search={say('organization.person.find')}
            filters={[
              {
                name: 'state',
                label: say('organization.agreement.signature'),
                all: say('organization.all_f'),
                options: Object.keys(shapes).map((value) => ({ value, label: state(value) })),
              },
            ]}
          >
            <span className="push small">
              {say('organization.export')} <a href={`/workspace/settings/agreements/export?${query}&format=xlsx`}>XLSX</a> ·{' '}
              <a href={`/workspace/settings/agreements/export?${query}&format=csv`}>CSV</a>
            </span>
          </Filters>
          <Table
            className="stacked"
            caption={say('organization.agreement.register')}
            rows={register.rows}
            rowKey={({ id }) => id}
            empty={<Empty title={say('organization.person.none_found')}>{say('organization.person.none_found_how')}</Empty>}
            columns={[
              {
                key: 'name',
                name: say('organization.person.name'),
                cell: (row) => (
                  <>
                    <Link className="quiet" to={`/workspace/settings/people/${row.id}`}>
                      {row.name}
                    </Link>
                    {row.unit && <small>{row.unit}</small>}
                  </>
                ),
              },
              {
                key: 'state',
                name: say('organization.agreement.signature'),
                cell: (row) => <State state={shapes[row.state]!}>{state(row.state)}</State>,
              },
              {
                key: 'text',
                name: say('organization.agreement.text'),
                cell: (row) =>
                  row.signature === null ? (
                    ''
                  ) : (
                    <Link to={`/workspace/settings/agreements/signatures/${row.signature}`}>
                      {say('organization.agreement.number', { number: row.number ?? 0 })}
                    </Link>
                  ),
              },
              {
                key: 'signed',
                name: say('organization.agreement.signed_on'),
                cell: (row) => row.signed_at && format.shortDay(row.signed_at.toISOString().slice(0, 10), '0000'),
              },
              {
                key: 'expires',
                name: say('organization.agreement.expires_on'),
                cell: (row) => row.expires_on && format.shortDay(row.expires_on, '0000'),
              },
              {
                key: 'factor',
                name: say('organization.person.second_factor'),
                cell: (row) => (row.second_factor === null ? '' : say(row.second_factor ? 'organization.yes' : 'organization.no')),
              },
            ]}
          />
          <Pages
            says={say('organization.agreement.shown', { count: register.rows.length })}
            previous={begun ? null : `?${query}`}
            next={register.next && `?${new URLSearchParams([...query, ['after', register.next]])}`}
          />
        </>
      )}
      {texts.length > 0 && (
        <Section title={say('organization.agreement.texts')} count={format.number(texts.length)}>
          <ul className="plain-rows">
            {texts.map((text) => (
              <li key={text.id}>
                <span>
                  <Link className="quiet" to={`/workspace/settings/agreements/texts/${text.number}`}>
                    {say('organization.agreement.number', { number: text.number })}: {text.title}
                  </Link>
                  <small>
                    {say('organization.agreement.published', {
                      name: text.published_by ?? 'Pregón',
                      day: format.instant(text.published_at),
                    })}
                  </small>
                </span>
                <span className="muted">{say('organization.agreement.lasts', { count: text.months })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </main>
  );
}
