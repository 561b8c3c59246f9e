import { Link, useLoaderData } from 'react-router';
import { textVoice, versionDocument } from '#domains/plan/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { CodedPart } from './coded-part.tsx';
import { planHandle } from './crumbs.ts';
import { PartActions } from './part-actions.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { SectionForm } from './section-form.tsx';
import { shownVersion } from './shown.ts';
import { changeText } from './text-changes.ts';
import { editedPart } from './text-edited.ts';

export const handle = planHandle('text');

export const loader = load(async ({ ctx, params, url }) => {
  const shown = await shownVersion(ctx, params['plan'], url);
  const { sections, segments, channels } = await versionDocument(ctx, shown.version.id);
  return {
    ...shown,
    segments,
    channels,
    edited: shown.edits ? await editedPart(ctx, shown.version.id, url.searchParams, { sections, segments, channels }) : null,
    voice: textVoice({ number: shown.version.number, state: shown.version.state, from: '' }, sections.length, shown.edits),
    sections: sections.map(({ body, items, ...one }) => ({
      ...one,
      html: htmlOf(body),
      items: items.map(({ text, ...item }) => ({ ...item, html: htmlOf(text) })),
    })),
  };
});

export const action = act(async ({ params, typed, perform }) => {
  const result = await changeText(typed.fields, perform);
  return isRefusal(result) ? result : redirect(`/workspace/plans/${params['plan']}/text#${result.at}`);
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Text() {
  const data = useLoaderData<typeof loader>();
  const { plan, version, sections, segments, channels, edited, edits, voice } = data;
  const { say } = useWords();
  const parts = { version: version.id, edits, edited, channels };
  const empty = sections.length + segments.length + channels.length === 0;
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.tab.text')} · ${plan.title} · Pregón`}</title>
      <Head
        low
        name={
          <>
            {plan.title} <Badge>{say(`plan.version_${version.state}`, { number: version.number })}</Badge>
          </>
        }
        voice={say(voice.key, voice.vars)}
        actions={
          <>
            {['pdf', 'docx'].map((form) => (
              <a key={form} className="button" href={`/workspace/plans/${plan.id}/versions/${version.number}/file/${form}`}>
                {form === 'pdf' ? 'PDF' : 'Word'}
              </a>
            ))}
            {edits && (
              <Link className="button primary" to="?add=section#new-section">
                {say('plan.add_section')}
              </Link>
            )}
          </>
        }
      />
      <PlanTabs plan={plan.id} />
      {empty && !edits ? (
        <Empty title={say('plan.no_text')}>{say('plan.no_text_how')}</Empty>
      ) : (
        <div className="two">
          <article className="manuscript read">
            {sections.map((section, at) => (
              <SectionPart key={section.code} section={section} at={at} data={data} />
            ))}
            {edited?.kind === 'section' && edited.part === null && (
              <section id="new-section" aria-labelledby="new-section-title">
                <h2 id="new-section-title">{say('plan.add_section')}</h2>
                <SectionForm version={version.id} section={null} />
              </section>
            )}
            <CodedPart kind="segment" rows={segments} {...parts} />
            <CodedPart kind="channel" rows={channels} {...parts} />
          </article>
          <aside>
            <nav aria-label={say('plan.contents')}>
              <h2>{say('plan.contents')}</h2>
              <ol className="plain-rows">
                {[
                  ...sections,
                  ...(segments.length > 0 || edits ? [{ code: 'segments', title: say('plan.document.segments') }] : []),
                  ...(channels.length > 0 || edits ? [{ code: 'channels', title: say('plan.document.channels') }] : []),
                ].map(({ code, title }) => (
                  <li key={code}>
                    <a className="quiet" href={`#${code}`}>
                      {title}
                    </a>
                  </li>
                ))}
              </ol>
            </nav>
          </aside>
        </div>
      )}
    </main>
  );
}

function SectionPart({
  section,
  at,
  data: { version, sections, edits, edited },
}: {
  section: Data['sections'][number];
  at: number;
  data: Data;
}) {
  const open = edited?.kind === 'section' && edited.part?.code === section.code ? edited.part : null;
  return (
    <section id={section.code} aria-labelledby={`${section.code}-title`}>
      <h2 id={`${section.code}-title`}>
        {section.title}{' '}
        {edits && !open && (
          <PartActions
            to={`?section=${section.code}#${section.code}`}
            title={section.title}
            place={{ intent: 'place', version: version.id, section: section.code }}
            position={at + 1}
            of={sections.length}
          />
        )}
      </h2>
      {open ? (
        <SectionForm key={open.revision} version={version.id} section={open} />
      ) : (
        <>
          <div dangerouslySetInnerHTML={{ __html: section.html }} />
          {section.items.length > 0 && (
            <ol>
              {section.items.map((item) => (
                <li key={item.code} id={`${section.code}-${item.code}`}>
                  {item.title && <b>{item.title}</b>}
                  <div dangerouslySetInnerHTML={{ __html: item.html }} />
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </section>
  );
}
