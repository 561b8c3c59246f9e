import { useId, type ReactNode } from 'react';
import type { Publication } from '#domains/editorial/index.ts';
import { Figure } from '#ui/figure.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { Picture } from '../news/picture.tsx';
import { StoryFacts } from '../news/stories.tsx';
import type { ShownBlock } from './home-blocks.ts';

/** One block of the front page. */
export function Block({ block, whole = false }: { block: ShownBlock; whole?: boolean }) {
  const { say } = useWords();
  switch (block.block) {
    case 'lead':
      return <Lead story={block.story} />;
    case 'news':
      return (
        <Titled title={block.title || say('news.news')} more={{ to: '/news', says: say('news.all') }}>
          <Cards news={block.news} whole={whole} />
        </Titled>
      );
    case 'press':
      return (
        <Titled title={block.title || say('news.press_room')} more={{ to: '/press', says: say('news.all_releases') }}>
          <Wire news={block.news} />
        </Titled>
      );
    case 'campaign':
      return (
        <Titled title={block.title || block.name} more={{ to: `/campaigns/${block.code}`, says: say('news.see_campaign') }}>
          {block.objective && (
            <p className="prose" lang="es">
              {block.objective}
            </p>
          )}
          <Wire news={block.news} />
        </Titled>
      );
    case 'plan':
      return <Plan block={block} />;
    case 'notice':
      return (
        <aside className="call" aria-label={block.title || say('news.notice')} lang="es">
          {block.title && <h2>{block.title}</h2>}
          <Paragraphs text={block.text} />
        </aside>
      );
    case 'text':
      return (
        <Titled title={block.title}>
          <div className="prose" lang="es">
            <Paragraphs text={block.text} />
          </div>
        </Titled>
      );
    case 'links':
      return (
        <Titled title={block.title || say('news.links')}>
          <ul className={whole ? 'index' : 'index narrow'} lang="es">
            {block.links.map(({ label, href }) => (
              <li key={label}>
                <a href={href}>
                  <span>{label}</span>
                </a>
              </li>
            ))}
          </ul>
        </Titled>
      );
  }
}

function Titled({ title, more, children }: { title: string; more?: { to: string; says: string }; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={title === '' ? undefined : id}>
      {title !== '' && (
        <header>
          <h2 id={id}>{title}</h2>
          {more && <a href={more.to}>{more.says}</a>}
        </header>
      )}
      {children}
    </section>
  );
}

/** What leads: its title as the institution's headline. */
function Lead({ story }: { story: Publication }) {
  const { say, format } = useWords();
  return (
    <section className={story.image ? 'front' : 'front alone'} aria-labelledby="hoy">
      <div>
        <p className="kicker">
          <b>{story.topic ?? say(`pieces.kind.${story.kind}`)}</b> · {format.instant(story.publishedAt).replace(/, [^,]*$/, '')}
        </p>
        <h1 className="voice" id="hoy" lang="es">
          {story.title}
        </h1>
        {story.lead && (
          <p className="lede" lang="es">
            {story.lead}
          </p>
        )}
        <p className="actions">
          <a className="button primary" href={`/news/${story.slug}`}>
            {say('news.read')}
          </a>
        </p>
      </div>
      {story.image && (
        <figure>
          <Picture image={story.image} sizes="(min-width: 60rem) 29rem, 100vw" first />
        </figure>
      )}
    </section>
  );
}

function Cards({ news, whole }: { news: readonly Publication[]; whole: boolean }) {
  return (
    <ul className={whole ? 'news across' : 'news'}>
      {news.map((one) => (
        <li key={one.dispatch} className={one.image ? undefined : 'plain'}>
          {one.image && <Picture image={one.image} sizes="(min-width: 48rem) 20rem, 6.5rem" decorative />}
          <h3 lang="es">
            <a className="quiet" href={`/news/${one.slug}`}>
              {one.title}
            </a>
          </h3>
          <StoryFacts story={one} />
        </li>
      ))}
    </ul>
  );
}

function Wire({ news }: { news: readonly Publication[] }) {
  return (
    <ul className="wire">
      {news.map((one) => (
        <li key={one.dispatch}>
          <a className="quiet" href={`/news/${one.slug}`} lang="es">
            {one.title}
          </a>
          <StoryFacts story={one} />
        </li>
      ))}
    </ul>
  );
}

/** The plan's one honest figure. */
function Plan({ block }: { block: Extract<ShownBlock, { block: 'plan' }> }) {
  const { say, format } = useWords();
  const { plan, advance, figures } = block.standing;
  return (
    <Titled
      title={block.title || say('portal.how_we_go')}
      more={{ to: `/plan/${plan.code}`, says: say('portal.see_figures', { count: figures.length }) }}
    >
      {advance ? (
        <div className="promise">
          <Figure big value={format.number(Math.round(advance.progress))} unit="%" />
          <div>
            <p>{say('news.plan_goes', { plan: plan.title, due: format.percent(Math.round(advance.due)) })}</p>
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
        </div>
      ) : (
        <p>
          <a href={`/plan/${plan.code}`}>{plan.title}</a>
        </p>
      )}
    </Titled>
  );
}

function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>);
}
