import { useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import { roles, type Rule } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { crumbs } from './crumbs.ts';
import { placesOf } from './settings.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { tables } from './tables.ts';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'rights') };

export const loader = load(({ visit }) => ({
  places: placesOf(visit.actor),
  mine: [...new Set(visit.actor.grants.map(({ role }) => role))],
  tables: tables.map(({ domain, policy }) => ({
    domain,
    rules: Object.entries(policy).map(([action, { roles: held, scope }]: [string, Rule]) => ({ action, roles: held, scope })),
  })),
}));

/** Who may do what, drawn from the tables that the guard itself reads. */
export default function Rights() {
  const { tables: shown, mine, places } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.place.rights')} · Pregón`}</title>
      <Head
        name={say('organization.place.rights')}
        voice={
          mine.length === 0
            ? say('organization.rights.voice_none')
            : say('organization.rights.voice', { roles: format.list(mine.map((role) => say(`organization.role.${role}`).toLowerCase())) })
        }
      />
      <SettingsTabs places={places} />
      {shown.map(({ domain, rules }) => (
        <Section key={domain} title={say(`organization.rights.${domain}`)}>
          <div className="table-scroll" tabIndex={0} role="group" aria-label={say(`organization.rights.${domain}`)}>
            <table className="rows rights">
              <caption className="sr">{say(`organization.rights.${domain}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('organization.rights.action')}</th>
                  {roles.map((role) => (
                    <th key={role} scope="col" className={mine.includes(role) ? 'mine' : undefined}>
                      {say(`organization.role_short.${role}`)}
                    </th>
                  ))}
                  <th scope="col">{say('organization.rights.scope')}</th>
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <tr key={rule.action}>
                    <th scope="row">{say(`organization.action.${rule.action}`)}</th>
                    {roles.map((role) => (
                      <td key={role} className={mine.includes(role) ? 'mine' : undefined}>
                        {holds(rule, role) ? (
                          <span className="holds">
                            <span className="sr">{say('organization.yes')}</span>
                          </span>
                        ) : (
                          <span className="sr">{say('organization.no')}</span>
                        )}
                      </td>
                    ))}
                    <td>
                      <code>{rule.scope}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ))}
      <p className="muted small">{say('organization.rights.within')}</p>
    </main>
  );
}

function holds(rule: { roles: Rule['roles'] }, role: (typeof roles)[number]): boolean {
  return typeof rule.roles === 'string' || rule.roles.includes(role);
}
