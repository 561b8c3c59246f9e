import { useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import { Empty } from '#ui/said-back.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { Aims } from './aims.tsx';
import { Measure } from './measure.tsx';
import { standingOf } from './standing.ts';
import { planVoice } from './voice.ts';

export const loader = load(({ ctx, params }) => standingOf(ctx, params.code!));

export default function Plan() {
  const standing = useLoaderData<typeof loader>();
  const { plan, version, objectives, components, figures, aligned } = standing;
  const { say, format } = useWords();
  const voice = planVoice(standing, say, format);
  const worst = figures.find(({ light }) => light === 'off') ?? figures.find(({ light }) => light === 'risk');
  const at = `/plan/${plan.code}`;
  return (
    <Page
      title={say('portal.how_goes', { plan: plan.title })}
      description={voice.replaceAll('**', '')}
      here={plan.title}
      crumbs={[{ to: '/plan', name: say('portal.how_we_go') }]}
    >
      <header className="head">
        <p className="kicker">
          {plan.title} · {say('portal.version', { number: version.number, day: format.day(version.inForceFrom) })}
        </p>
        <h1 className="title sr">{say('portal.how_goes', { plan: plan.title })}</h1>
        <div className="headline">
          <Voice sentence={voice} />
        </div>
        <p className="take">
          <a className="button" href={`${at}/data.csv`}>
            {say('portal.take.data')} <span className="small muted">CSV</span>
          </a>
          <a className="more" href={`${at}/data.xlsx`}>
            Excel
          </a>
          <a className="more" href={`${at}/data.json`}>
            JSON
          </a>
          {standing.activities > 0 && (
            <a className="more" href={`${at}/activities`}>
              {say('portal.activities.all', { count: standing.activities })}
            </a>
          )}
          <a className="more" href={`${at}/text`}>
            {say('portal.read_plan')}
          </a>
          <a className="more" href={`${at}/plan.pdf`}>
            {say('portal.take.pdf')}
          </a>
        </p>
      </header>
      <Aims objectives={objectives} />
      <section className="section measures" aria-labelledby="cifras">
        <header>
          <h2 id="cifras">{say('portal.figures', { count: figures.length })}</h2>
          <span className="small muted">{say('portal.figures.how')}</span>
        </header>
        {figures.length === 0 && <Empty title={say('portal.figures.none')}>{say('portal.figures.none_yet')}</Empty>}
        {components.map((component) => {
          const own = figures.filter((figure) => figure.component === component.item);
          return (
            own.length > 0 && (
              <section key={component.item} aria-labelledby={`parte-${component.item}`}>
                <h3 id={`parte-${component.item}`}>
                  {component.title}{' '}
                  {component.advance && <span className="muted">{format.percent(Math.round(component.advance.progress))}</span>}
                </h3>
                {own.map((figure) => (
                  <Measure key={figure.item} code={plan.code} figure={figure} open={figure === worst} />
                ))}
              </section>
            )
          );
        })}
      </section>
      {aligned.length > 0 && (
        <section className="section" aria-labelledby="alineados">
          <header>
            <h2 id="alineados">{say('portal.aligned')}</h2>
          </header>
          <ul className="wire">
            {aligned.map((other) => (
              <li key={other.code}>
                <a href={`/plan/${other.code}`}>{other.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="prose small muted">
        {say('portal.how_measured', { day: format.day(standing.today) })} <a href={`${at}/data`}>{say('portal.data')}</a> ·{' '}
        <a href={`${at}/versions`}>{say('portal.versions')}</a>
      </p>
    </Page>
  );
}
