import { useLoaderData } from 'react-router';
import {
  closeSite,
  editedSiteInput,
  editSite,
  metricsPolicy,
  reopenSite,
  siteCard,
  siteInput,
  snippetOf,
  writtenRules,
} from '#domains/metrics/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { SectionForm } from '#ui/section-form.tsx';
import { useWords } from '#ui/words.tsx';
import { SiteFields } from './site-fields.tsx';
import { SiteState } from './site-state.tsx';
import { Snippet } from './snippet.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ site }: Data, say: Say) => [{ name: say('traffic.sites'), to: '/workspace/traffic/sites' }, { name: site.name }],
  topics: () => ['sites'],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const { views, sessions, lastOn, ...site } = await siteCard(ctx, Number(params.site));
  const writes = may(visit.actor, metricsPolicy['sites.write']);
  return {
    site: { ...site, rules: writtenRules(site.rules) },
    views,
    sessions,
    lastOn,
    units: writes ? await unitOptions(ctx) : [],
    writes,
    snippet: snippetOf(site, visit.origin),
  };
});

export const action = act(async ({ typed, command, params }) => {
  const { intent, ...fields } = typed.fields;
  const given = { ...fields, site: params.site };
  const done =
    intent === 'close' || intent === 'reopen'
      ? await command(siteInput, given, intent === 'close' ? closeSite : reopenSite)
      : await command(editedSiteInput, given, editSite);
  return isRefusal(done) ? done : redirect(`/workspace/traffic/sites/${params.site}`);
});

/** One site: the line that its pages carry, and what of it is counted as what. */
export default function SitePage() {
  const { site, views, sessions, lastOn, units, writes, snippet } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const voice = site.closedAt
    ? say('traffic.voice.site_closed')
    : lastOn === null
      ? say('traffic.voice.site_waiting')
      : say('traffic.voice.site', { views: format.number(views), sessions: format.number(sessions) });
  const move = site.closedAt ? 'reopen' : 'close';
  return (
    <main className="page" id="contenido">
      <title>{`${site.name} · ${say('traffic.sites')} · Pregón`}</title>
      <Head name={site.name} voice={voice} />
      <div className="two">
        <div>
          <Section title={say('traffic.snippet')}>
            <Snippet text={snippet} />
          </Section>
          {writes && (
            <SectionForm title={say('traffic.describe')} intent="edit" does={say('traffic.save')} tone="primary">
              {(answer) => (
                <>
                  <input type="hidden" name="version" value={site.version} />
                  <SiteFields key={site.version} answer={answer} units={units} is={site} />
                </>
              )}
            </SectionForm>
          )}
        </div>
        <aside>
          <Section title={say('traffic.site')}>
            <Facts
              rows={[
                [say('traffic.state'), <SiteState key="state" closed={site.closedAt !== null} seen={lastOn !== null} />],
                [say('traffic.hosts'), site.hosts.join(', ')],
                [say('traffic.unit'), site.unitName ?? '—'],
                [say('traffic.last_on'), lastOn ? format.day(lastOn) : say('traffic.nothing_yet')],
                [say('traffic.last_days'), format.number(views)],
                [say('traffic.last_sessions'), format.number(sessions)],
              ]}
            />
          </Section>
          {writes && (
            <SectionForm title={say(`traffic.${move}`)} intent={move} does={say(`traffic.${move}`)}>
              {() => <p className="hint">{say(`traffic.${move}_how`)}</p>}
            </SectionForm>
          )}
        </aside>
      </div>
    </main>
  );
}
