import { Link, useLoaderData } from 'react-router';
import { editSection, getSection, sectionInput, textVoice, versionDocument } from '#domains/plan/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal } from '#platform/refusal.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Badge } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { planHandle } from './crumbs.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { SectionForm } from './section-form.tsx';
import { sectionTyped } from './section-typed.ts';
import { shownVersion } from './shown.ts';

export const handle = planHandle('text');

export const loader = load(async ({ ctx, params, url }) => {
  const shown = await shownVersion(ctx, params['plan'], url);
  const { sections } = await versionDocument(ctx, shown.version.id);
  const asked = url.searchParams.get('section');
  const section = shown.edits && sections.some(({ code }) => code === asked) ? await getSection(ctx, shown.version.id, asked!) : null;
  return {
    ...shown,
    section,
    voice: textVoice({ number: shown.version.number, state: shown.version.state, from: '' }, sections.length, shown.edits),
    sections: sections.map(({ body, items, ...one }) => ({
      ...one,
      html: htmlOf(body),
      items: items.map(({ text, ...item }) => ({ ...item, html: htmlOf(text) })),
    })),
  };
});

export const action = act(async ({ params, typed, perform }) => {
  const input = parse(sectionInput, sectionTyped(typed.fields));
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => editSection(ctx, input));
  return isRefusal(result) ? result : redirect(`/workspace/plans/${params['plan']}/text#${input.section}`);
});

export default function Text() {
  const { plan, version, sections, section: edited, edits, voice } = useLoaderData<typeof loader>();
  const { say } = useWords();
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
        actions={['pdf', 'docx'].map((form) => (
          <a key={form} className="button" href={`/workspace/plans/${plan.id}/versions/${version.number}/file/${form}`}>
            {form === 'pdf' ? 'PDF' : 'Word'}
          </a>
        ))}
      />
      <PlanTabs plan={plan.id} />
      {sections.length === 0 ? (
        <Empty title={say('plan.no_text')}>{say('plan.no_text_how')}</Empty>
      ) : (
        <div className="two">
          <article className="manuscript read">
            {sections.map((section) => (
              <section key={section.code} id={section.code} aria-labelledby={`${section.code}-title`}>
                <h2 id={`${section.code}-title`}>
                  {section.title}{' '}
                  {edits && edited?.code !== section.code && (
                    <Link className="small" to={`?section=${section.code}#${section.code}`}>
                      {say('plan.write')}
                      <span className="sr"> {section.title}</span>
                    </Link>
                  )}
                </h2>
                {edited?.code === section.code ? (
                  <SectionForm key={edited.revision} version={version.id} section={edited} />
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
            ))}
          </article>
          <aside>
            <nav aria-label={say('plan.contents')}>
              <h2>{say('plan.contents')}</h2>
              <ol className="plain-rows">
                {sections.map(({ code, title }) => (
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
