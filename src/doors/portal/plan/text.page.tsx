import { useLoaderData } from 'react-router';
import { publicDocument } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { Contents } from './contents.tsx';
import { Promises } from './promises.tsx';

export const loader = load(async ({ ctx, params }) => {
  const { plan, version, sections, segments, channels, rows } = await publicDocument(ctx, params.code!);
  return {
    plan: {
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unitName: plan.unitName,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
    },
    version: { number: version.number, inForceFrom: version.inForceFrom },
    sections: sections.map(({ code, title, body, items }) => ({
      code,
      title,
      html: htmlOf(body),
      items: items.map((item) => ({ code: item.code, title: item.title, html: htmlOf(item.text) })),
    })),
    segments,
    channels,
    rows,
  };
});

/** The plan as a document: contents, its text, its publics and channels, and everything it promises. */
export default function PlanText() {
  const { plan, version, sections, segments, channels, rows } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <Page
      title={plan.title}
      description={plan.summary}
      here={say('portal.text')}
      crumbs={[
        { to: '/plan', name: say('portal.how_we_go') },
        { to: `/plan/${plan.code}`, name: plan.title },
      ]}
      className="document"
    >
      <header className="head">
        <p className="kicker">
          {plan.unitName} · {say('portal.version', { number: version.number, day: format.day(version.inForceFrom!) })}
        </p>
        <h1 className="title">{plan.title}</h1>
        {plan.summary && <p className="lede">{plan.summary}</p>}
        <p className="take">
          <a className="button" href={`/plan/${plan.code}/plan.pdf`}>
            {say('portal.take.pdf')}
          </a>
          <a className="more" href={`/plan/${plan.code}/plan.docx`}>
            Word
          </a>
          <a className="more" href={`/plan/${plan.code}/plan.xlsx`}>
            {say('portal.take.plan_xlsx')}
          </a>
          <a className="more" href={`/plan/${plan.code}`}>
            {say('portal.see_board')}
          </a>
        </p>
      </header>
      <div className="reading">
        <Contents
          entries={[
            ...sections.map(({ code, title }) => ({ to: code, title })),
            ...(segments.length > 0 ? [{ to: 'publicos-del-plan', title: say('portal.segments') }] : []),
            ...(channels.length > 0 ? [{ to: 'canales-del-plan', title: say('portal.channels') }] : []),
            { to: 'lo-que-promete', title: say('portal.promises') },
          ]}
        />
        <div className="text">
          {sections.map((section) => (
            <section key={section.code} id={section.code} aria-labelledby={`${section.code}-t`} className="prose">
              <h2 id={`${section.code}-t`}>{section.title}</h2>
              {section.html && <div dangerouslySetInnerHTML={{ __html: section.html }} />}
              {section.items.length > 0 && (
                <dl className="rows-of">
                  {section.items.map((item) => (
                    <div key={item.code} id={`${section.code}-${item.code}`}>
                      {item.title && <dt>{item.title}</dt>}
                      {item.html && <dd dangerouslySetInnerHTML={{ __html: item.html }} />}
                    </div>
                  ))}
                </dl>
              )}
            </section>
          ))}
          {segments.length > 0 && (
            <section id="publicos-del-plan" className="prose" aria-labelledby="publicos-del-plan-t">
              <h2 id="publicos-del-plan-t">{say('portal.segments')}</h2>
              <dl className="rows-of">
                {segments.map(({ code, name, focus }) => (
                  <div key={code}>
                    <dt>{name}</dt>
                    {focus && <dd>{focus}</dd>}
                  </div>
                ))}
              </dl>
            </section>
          )}
          {channels.length > 0 && (
            <section id="canales-del-plan" className="prose" aria-labelledby="canales-del-plan-t">
              <h2 id="canales-del-plan-t">{say('portal.channels')}</h2>
              <dl className="rows-of">
                {channels.map((channel) => (
                  <div key={channel.code}>
                    <dt>
                      {channel.name}{' '}
                      <small>
                        {channel.class} · {say(`portal.mode.${channel.mode}`)}
                      </small>
                    </dt>
                    {channel.purpose && <dd>{channel.purpose}</dd>}
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section id="lo-que-promete" aria-labelledby="lo-que-promete-t" className="promises">
            <h2 id="lo-que-promete-t">{say('portal.promises')}</h2>
            <Promises code={plan.code} rows={rows} />
          </section>
        </div>
      </div>
    </Page>
  );
}
