import { Form, Link, useLoaderData } from 'react-router';
import { keyRevocationShape, listKeys, withdrawKey } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { State } from '#ui/state.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { Done } from './done.tsx';
import { mayEdit, placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'keys'), topics: () => ['keys'] };

export const loader = load(async ({ ctx, visit }) => ({
  keys: await listKeys(ctx),
  now: visit.now,
  today: visit.now.toISOString().slice(0, 10),
  edits: mayEdit(visit.actor, 'keys.edit', null),
  places: placesOf(visit.actor),
}));

export const action = act(async ({ typed, perform }) => {
  const input = parse(keyRevocationShape, typed.fields);
  if (isRefusal(input)) return input;
  await perform((ctx) => withdrawKey(ctx, input.key));
  return redirect('/workspace/settings/keys?done=key.revoke');
});

export default function Keys() {
  const { keys, now, today, edits, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const inForce = keys.filter((key) => !key.revoked_at && (!key.expires_on || key.expires_on >= today));
  const unused = inForce.filter((key) => !key.last_used_at);
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.keys')} · Pregón`}</title>
      <Head
        name={say('organization.place.keys')}
        voice={`${say('organization.key.voice', { count: inForce.length })}${unused.length > 0 ? ` ${say('organization.key.voice_unused', { count: unused.length })}` : ''}`}
        actions={
          edits && (
            <Link className="button primary" to="/workspace/settings/keys/new">
              {say('organization.key.issue')}
            </Link>
          )
        }
      />
      <SettingsTabs places={places} />
      <Done />
      <Table
        className="stacked"
        caption={say('organization.place.keys')}
        rows={keys}
        rowKey={({ id }) => id}
        empty={<Empty title={say('organization.key.none')}>{say('organization.key.none_how')}</Empty>}
        columns={[
          {
            key: 'name',
            name: say('organization.key.name'),
            cell: (key) => (
              <>
                {key.name}
                <small>
                  <code>pregon_{key.prefix}_…</code>
                </small>
              </>
            ),
          },
          {
            key: 'scopes',
            name: say('organization.key.scopes'),
            cell: (key) => key.scopes.map((scope) => say(`organization.scope.${scope}`)).join(', '),
          },
          {
            key: 'issued',
            name: say('organization.key.issued'),
            cell: (key) => (
              <>
                {key.issued_by}
                <small>{format.ago(key.issued_at, now)}</small>
              </>
            ),
          },
          {
            key: 'used',
            name: say('organization.key.used'),
            cell: (key) => (key.last_used_at ? format.instant(key.last_used_at) : say('organization.key.never')),
          },
          {
            key: 'state',
            name: say('organization.person.state'),
            cell: (key) =>
              key.revoked_at ? (
                <State state="withdrawn">{say('organization.key.revoked')}</State>
              ) : key.expires_on && key.expires_on < today ? (
                <State state="failed">{say('organization.key.expired')}</State>
              ) : (
                <State state="approved">
                  {key.expires_on
                    ? say('organization.key.until', { day: format.shortDay(key.expires_on, '0000') })
                    : say('organization.key.always')}
                </State>
              ),
          },
          ...(edits
            ? [
                {
                  key: 'revoke',
                  name: <span className="sr">{say('organization.key.revoke')}</span>,
                  cell: (key: (typeof keys)[number]) =>
                    !key.revoked_at && (
                      <Form method="post">
                        <button
                          className="button small"
                          name="key"
                          value={key.id}
                          aria-label={say('organization.key.revoke_of', { name: key.name })}
                        >
                          {say('organization.key.revoke')}
                        </button>
                      </Form>
                    ),
                },
              ]
            : []),
        ]}
      />
    </main>
  );
}
