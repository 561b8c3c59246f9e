import type { Made, Publication, PublicationImage } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { usePortal } from '../portal.ts';
import { Picture } from './picture.tsx';

export interface Shown extends Pick<
  Publication,
  'kind' | 'title' | 'lead' | 'topic' | 'unitName' | 'campaignCode' | 'campaignName' | 'words'
> {
  readonly image: PublicationImage | null;
  readonly html: string;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  /** Departments and municipalities that it is about, by name. */
  readonly places: readonly string[];
  readonly made: Made | null;
  /** Absolute, for passing it on; null in a preview. */
  readonly address: string | null;
}

/** One publication, whole: what it says, whose it is and when, how it was made, what is about the same. */
export function Article({ shown, related }: { shown: Shown; related: readonly Publication[] }) {
  const { say, format } = useWords();
  const { institution } = usePortal() ?? {};
  const house = institution ? [institution.kind, institution.name].filter(Boolean).join(' ') : '';
  const { image } = shown;
  return (
    <article className="article">
      <header className="head">
        <p className="kicker">
          <b>{shown.topic ?? say(`pieces.kind.${shown.kind}`)}</b>
          {shown.campaignCode && (
            <>
              {' · '}
              {say('news.of_campaign')} <a href={`/campaigns/${shown.campaignCode}`}>«{shown.campaignName}»</a>
            </>
          )}
        </p>
        <h1 className="title" lang="es">
          {shown.title}
        </h1>
        {shown.lead && (
          <p className="voice" lang="es">
            {shown.lead}
          </p>
        )}
      </header>
      {image?.plate && (
        <figure className="plate">
          <Picture image={image} sizes="(min-width: 74rem) 57rem, 100vw" first />
          {image.credit && (
            <figcaption>
              <small>{image.credit}</small>
            </figcaption>
          )}
        </figure>
      )}
      <div className="meta">
        <dl>
          <dt>{say('news.publishes')}</dt>
          <dd>
            <b>{house}</b>
            {shown.unitName && (
              <>
                <br />
                {shown.unitName}
              </>
            )}
          </dd>
          {shown.publishedAt && <Day name={say('news.published')} at={shown.publishedAt} />}
          {shown.updatedAt && <Day name={say('news.updated')} at={shown.updatedAt} />}
          {shown.places.length > 0 && (
            <>
              <dt>{say('news.region')}</dt>
              <dd>{format.list(shown.places)}</dd>
            </>
          )}
          {shown.words > 0 && (
            <>
              <dt>{say('news.takes')}</dt>
              <dd>{say('news.minutes', { count: Math.max(1, Math.round(shown.words / 200)) })}</dd>
            </>
          )}
        </dl>
        {shown.address && <Share title={shown.title} address={shown.address} />}
      </div>
      <div className="prose">
        <div lang="es" className="piece" dangerouslySetInnerHTML={{ __html: shown.html }} />
        <section className="how" aria-labelledby="como">
          <h2 id="como">{say('news.how')}</h2>
          {shown.made && shown.made.wrote.length > 0 && (
            <p>
              {shown.made.approved
                ? say('news.made', {
                    wrote: format.list(shown.made.wrote),
                    approved: [shown.made.approved, shown.made.position].filter(Boolean).join(', '),
                  })
                : say('news.written', { wrote: format.list(shown.made.wrote) })}
            </p>
          )}
          {shown.updatedAt && <p>{say('news.changed', { at: format.instant(shown.updatedAt) })}</p>}
          {institution?.email && (
            <p>
              {say('news.wrong')}{' '}
              <a href={`mailto:${institution.email}?subject=${encodeURIComponent(shown.title)}`}>{say('news.correct')}</a>
            </p>
          )}
        </section>
      </div>
      {related.length > 0 && (
        <aside aria-labelledby="rel">
          <section className="section">
            <header>
              <h2 id="rel">{say('news.related')}</h2>
            </header>
            <ul className="wire">
              {related.map((one) => (
                <li key={one.dispatch}>
                  <a className="quiet" href={`/news/${one.slug}`} lang="es">
                    {one.title}
                  </a>
                  <small>
                    {say(`pieces.kind.${one.kind}`)} · {format.instant(one.publishedAt).replace(/, [^,]*$/, '')}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      )}
    </article>
  );
}

function Day({ name, at }: { name: string; at: Date }) {
  const { format } = useWords();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>
      </dd>
    </>
  );
}

/** Links that pass it on; nothing of theirs is fetched. */
function Share({ title, address }: { title: string; address: string }) {
  const { say } = useWords();
  const text = encodeURIComponent(`${title} ${address}`);
  return (
    <ul className="share" aria-label={say('news.share')}>
      <li>
        <a href={`https://wa.me/?text=${text}`} rel="noopener">
          {say('news.share.whatsapp')}
        </a>
      </li>
      <li>
        <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${text}`}>{say('news.share.mail')}</a>
      </li>
      <li>
        <a href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`} rel="noopener">
          {say('news.share.facebook')}
        </a>
      </li>
    </ul>
  );
}
