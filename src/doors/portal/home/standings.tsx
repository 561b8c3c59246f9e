import type { ReactNode } from 'react';
import { Figure } from '#ui/figure.tsx';
import { Light } from '#ui/state.tsx';
import { Progress } from '#ui/time.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { Aims } from '../plan/aims.tsx';
import { lightWord } from '../plan/figure-words.ts';
import { Amount } from '../plan/measure.tsx';
import { goesBadly } from '../plan/goes-badly.ts';
import type { PublicFigure, Standing } from '../plan/standing.ts';
import { homeVoice } from '../plan/voice.ts';

const shown = 5;

interface Props {
  readonly standing: Standing;
  readonly others: readonly { readonly code: string; readonly title: string }[];
  readonly house: string;
  /** What the editor put on the page besides. */
  readonly more?: ReactNode;
}

/** The front page of a house that has published nothing yet but its plan: how it goes, and what goes badly. */
export function Standings({ standing, others, house, more }: Props) {
  const { say, format } = useWords();
  const { plan, version, advance, objectives, figures } = standing;
  const voice = homeVoice(standing, say, format);
  const bad = figures.filter(goesBadly).toSorted((one, other) => (one.percentOfDue ?? 0) - (other.percentOfDue ?? 0));
  const at = `/plan/${plan.code}`;
  return (
    <Page title={house} description={voice.replaceAll('**', '')}>
      <section className="front" aria-labelledby="hoy">
        <div>
          <p className="kicker">
            <b>{say('portal.how_we_go')}</b> · {plan.title}
          </p>
          <div id="hoy">
            <Voice sentence={voice} as="h1" />
          </div>
          <p className="lede">{plan.summary}</p>
          <p className="actions">
            <a className="button primary" href={at}>
              {say('portal.see_figures', { count: figures.length })}
            </a>
            <a className="more" href={`${at}/text`}>
              {say('portal.read_plan')}
            </a>
          </p>
        </div>
        {advance && (
          <div className="promise-alone">
            <Figure big value={format.number(Math.round(advance.progress))} unit="%" />
            <Progress
              at={advance.progress}
              due={advance.due}
              label={say('portal.progress', {
                at: format.percent(Math.round(advance.progress)),
                due: format.percent(Math.round(advance.due)),
              })}
            />
            <p className="small muted">{say('portal.tick', { due: format.percent(Math.round(advance.due)) })}</p>
          </div>
        )}
      </section>
      <section className="section" aria-labelledby="objetivos">
        <header>
          <h2 id="objetivos">{say('portal.objectives', { count: objectives.length })}</h2>
          <span className="small muted">{say('portal.version', { number: version.number, day: format.day(version.inForceFrom) })}</span>
        </header>
        <Aims objectives={objectives} level="h3" />
      </section>
      <div className="river">
        <section className="section" aria-labelledby="mal">
          <header>
            <h2 id="mal">{say('portal.badly')}</h2>
            {bad.length > shown && <a href={`${at}#cifras`}>{say('portal.badly.all', { count: bad.length })}</a>}
          </header>
          {bad.length === 0 && <p>{say('portal.badly.none')}</p>}
          <ul className="now">
            {bad.slice(0, shown).map((figure) => (
              <Bad key={figure.item} code={plan.code} figure={figure} />
            ))}
          </ul>
        </section>
        <section className="section" aria-labelledby="datos">
          <header>
            <h2 id="datos">{say('portal.data')}</h2>
          </header>
          <p>{say('portal.data.lede')}</p>
          <p className="take">
            <a className="more" href={`${at}/data.csv`}>
              CSV
            </a>
            <a className="more" href={`${at}/data.xlsx`}>
              Excel
            </a>
            <a className="more" href={`${at}/data.json`}>
              JSON
            </a>
            <a className="more" href={`${at}/data`}>
              {say('portal.data.described')}
            </a>
          </p>
          {others.length > 0 && (
            <>
              <h3 className="others">{say('portal.other_plans')}</h3>
              <ul className="wire">
                {others.map((other) => (
                  <li key={other.code}>
                    <a href={`/plan/${other.code}`}>{other.title}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      {more}
    </Page>
  );
}

function Bad({ code, figure }: { code: string; figure: PublicFigure }) {
  const { say } = useWords();
  const who = [figure.post, figure.unitName].filter(Boolean).join(', ');
  return (
    <li>
      <span>
        <a className="quiet" href={`/plan/${code}/indicators/${figure.item}`}>
          {figure.title}
        </a>{' '}
        · <Amount figure={figure} />
      </span>
      <Light light={figure.light}>{lightWord(figure, say)}</Light>
      <small>{[figure.causes[0]?.text, say('portal.answers', { who })].filter(Boolean).join(' ')}</small>
    </li>
  );
}
