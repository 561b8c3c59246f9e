import { mkdir } from 'node:fs/promises';
import { Form, Link, useLoaderData } from 'react-router';
import {
  audiencesPolicy,
  beginImport,
  importLimit,
  interactionSubjects,
  listedActs,
  listImports,
  listInput,
} from '#domains/audiences/index.ts';
import { spoolFolder } from '#platform/files/open.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import { Choices } from '#ui/choices.tsx';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ImportState } from './import-state.tsx';
import { AudienceTabs } from './tabs.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.audiences'), to: '/workspace/contacts' },
    { name: say('audiences.place.imports') },
  ],
  topics: () => ['imports'],
};

export const loader = load(async ({ ctx, url, visit }) => {
  const after = Number(url.searchParams.get('after')) || undefined;
  return {
    ...(await listImports(ctx, after)),
    begun: after === undefined,
    subjects: (await interactionSubjects(ctx)).filter((one) => one.act !== 'visited').map(({ name }) => name),
    acts: listedActs,
    limit: Math.floor(importLimit / 1_000_000),
    writes: may(visit.actor, audiencesPolicy['contacts.import']),
    now: visit.now,
  };
});

export const action = act(
  async ({ typed, perform, visit }) => {
    const [sheet] = typed.files.sheet ?? [];
    if (!sheet) return refuse('input.required', {}, 'sheet');
    const list = parse(listInput, typed.fields);
    if (isRefusal(list)) return list;
    const { files, config } = visit.app;
    const folder = spoolFolder(config);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const begun = await perform(async (ctx) => {
      const kept = await files.keep(ctx, {
        name: sheet.name,
        content: sheet.content(),
        accepts: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        limit: importLimit,
      });
      return isRefusal(kept) ? { ...kept, field: 'sheet' } : beginImport(ctx, { files, folder }, kept, list);
    });
    return isRefusal(begun) ? begun : redirect(`/workspace/imports/${begun.id}`);
  },
  { file: importLimit },
);

export default function Imports() {
  const { imports, next, begun, limit, subjects, acts, writes, now } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer();
  const last = imports.find(({ state }) => state === 'done');
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.place.imports')} · Pregón`}</title>
      <Head
        name={say('audiences.place.imports')}
        voice={last ? say('audiences.voice.imports', { count: last.added, file: last.name }) : say('audiences.voice.no_imports')}
      />
      <AudienceTabs reads />
      {writes && (
        <Form method="post" encType="multipart/form-data" className="form imports-form">
          <FormRefusal answer={answer} />
          <TextField
            name="sheet"
            type="file"
            accept=".csv,.xlsx"
            required
            label={say('audiences.import.file')}
            hint={say('audiences.import.file_hint', { limit })}
            answer={answer}
          />
          <Choices
            name="act"
            legend={say('audiences.import.list')}
            options={['', ...acts].map((value) => ({
              value,
              label: say(`audiences.import.list_${value || 'contacts'}`),
              more: say(`audiences.import.list_${value || 'contacts'}_more`),
            }))}
            chosen={['']}
            answer={answer}
          />
          <div className="of-list">
            <TextField
              name="about"
              label={say('audiences.import.about')}
              hint={say('audiences.import.about_hint')}
              maxLength={200}
              list="known-subjects"
              answer={answer}
            />
            <datalist id="known-subjects">
              {[...new Set(subjects)].map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <TextField name="on" type="date" label={say('audiences.import.happened_on')} answer={answer} />
          </div>
          <p className="actions">
            <button className="button primary">{say('audiences.import.upload')}</button>
          </p>
        </Form>
      )}
      <Table
        caption={say('audiences.place.imports')}
        rows={imports}
        rowKey={({ id }) => id}
        empty={
          <Empty slim title={say('audiences.import.none')}>
            {say('audiences.import.none_how')}
          </Empty>
        }
        columns={[
          {
            key: 'name',
            name: say('audiences.import.file'),
            phone: 'lead',
            cell: ({ id, name, act: did, aboutName, on }) => (
              <>
                <Link className="quiet" to={`/workspace/imports/${id}`}>
                  {name}
                </Link>
                {did && <small className="muted"> {say(`audiences.import.is_${did}`, { about: aboutName ?? '', day: on ?? '' })}</small>}
              </>
            ),
          },
          { key: 'state', name: say('audiences.contact.state'), phone: 'under', cell: (one) => <ImportState {...one} /> },
          { key: 'added', name: say('audiences.import.added'), number: true, phone: 'figure', cell: ({ added }) => format.number(added) },
          { key: 'merged', name: say('audiences.import.merged'), number: true, cell: ({ merged }) => format.number(merged) },
          { key: 'faulted', name: say('audiences.import.faulted'), number: true, cell: ({ faulted }) => format.number(faulted) },
          {
            key: 'who',
            name: say('audiences.import.who'),
            phone: 'second',
            cell: ({ createdBy, createdAt }) => [createdBy, format.ago(createdAt, now)].filter(Boolean).join(' · '),
          },
        ]}
      />
      <Pages
        says={say('audiences.import.shown', { count: imports.length })}
        previous={begun ? null : '?'}
        next={next === null ? null : `?after=${next}`}
      />
    </main>
  );
}
