import { mkdir } from 'node:fs/promises';
import { Form, Link, useActionData, useLoaderData } from 'react-router';
import {
  audiencesPolicy,
  columnTargets,
  contactKinds,
  faultsOf,
  getImport,
  importIdInput,
  importRules,
  lookAtImport,
  matchedImportInput,
  purposesNow,
  resumeImport,
  sampleOf,
  startImport,
  stopImport,
  undoImport,
  type ImportLook,
} from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { spoolFolder } from '#platform/files/open.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { reading } from '#platform/http/visit.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts } from '#ui/section.tsx';
import { Progress } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ImportFaults } from './import-faults.tsx';
import { ImportMatching } from './import-matching.tsx';
import { ImportState } from './import-state.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ asked }: Data, say: Say) => [{ name: say('audiences.place.imports'), to: '/workspace/imports' }, { name: asked.name }],
  topics: ({ asked }: Data) => [`import:${asked.id}`],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const asked = await getImport(ctx, Number(params.import));
  const writes = may(visit.actor, audiencesPolicy['contacts.import']);
  const matches = asked.state === 'matching' && writes;
  if (matches) await mkdir(spoolFolder(visit.app.config), { recursive: true, mode: 0o700 });
  return {
    asked,
    writes,
    sample: matches ? await sampleOf(ctx, { files: visit.app.files, folder: spoolFolder(visit.app.config) }, asked) : [],
    faults: await faultsOf(ctx, asked.id, 20),
    targets: columnTargets,
    kinds: contactKinds,
    rules: importRules,
    purposes: (await purposesNow(ctx)).map(({ code, name }) => ({ value: code, label: name })),
  };
});

export const action = act(async ({ typed, params, perform, visit }) => {
  const fields = { ...typed.fields, id: params.import };
  const { intent } = typed.fields;
  if (intent === 'look' || intent === 'start') {
    const input = parse(matchedImportInput, fields);
    if (isRefusal(input)) return input;
    if (intent === 'look') {
      const look = await lookAtImport(reading(visit), { files: visit.app.files, folder: spoolFolder(visit.app.config) }, input);
      return isRefusal(look) ? look : { look, typed: typed.fields };
    }
    const started = await perform((ctx) => startImport(ctx, input));
    return isRefusal(started) ? started : redirect(`/workspace/imports/${started.id}`);
  }
  const input = parse(importIdInput, fields);
  if (isRefusal(input)) return input;
  const command = { stop: stopImport, resume: resumeImport, undo: undoImport }[String(intent)] ?? stopImport;
  const moved = await perform((ctx) => command(ctx, input));
  return isRefusal(moved) ? moved : redirect(`/workspace/imports/${moved.id}`);
});

export default function ImportPage() {
  const data = useLoaderData<typeof loader>();
  const { asked, faults, writes } = data;
  const { say } = useWords();
  const found = useActionData<{ look?: ImportLook; typed?: Record<string, string | string[]> } | undefined>();
  return (
    <main className="page" id="contenido">
      <title>{`${asked.name} · Pregón`}</title>
      <Head name={asked.name} low voice={voice(say, asked, found?.look)} />
      {asked.state === 'matching' && asked.act !== null && <p>{listed(say, asked)}</p>}
      {asked.state === 'matching' && writes ? (
        <ImportMatching {...data} look={found?.look} chosen={found?.look ? found.typed : undefined} />
      ) : (
        <Standing data={data} />
      )}
      {faults.length > 0 && <ImportFaults asked={asked} faults={faults} />}
    </main>
  );
}

const listed = (say: Say, { act, aboutName, on }: Data['asked']): string =>
  say(`audiences.import.is_${act}`, { about: aboutName ?? '', day: on ?? '' });

function voice(say: Say, asked: Data['asked'], look: ImportLook | undefined): string {
  const { state, added, rows, faulted, estimated, undone, error } = asked;
  const noted = asked.act === null ? '' : `${say('audiences.voice.import_noted', { count: asked.noted })} `;
  if (state === 'matching')
    return look
      ? say('audiences.voice.import_look', { count: look.rows, ready: look.ready, known: look.known, faulted: look.faulted })
      : say('audiences.voice.import_matching', { count: estimated });
  if (state === 'failed') return say('audiences.voice.import_failed', { why: error ? say(`refusals.${error}`) : '' });
  if (state === 'undone') return say('audiences.voice.import_undone', { count: undone });
  if (state === 'undoing') return say('audiences.voice.import_undoing', { count: undone });
  if (state === 'done')
    return faulted > 0
      ? noted + say('audiences.voice.import_faulty', { count: added, faulted })
      : noted + say('audiences.voice.import_done', { count: added });
  return say(state === 'stopped' ? 'audiences.voice.import_stopped' : 'audiences.voice.import_running', { count: rows });
}

function Standing({ data: { asked, writes } }: { data: Data }) {
  const { say, format } = useWords();
  const answer = useAnswer();
  const { state, rows, estimated } = asked;
  const share = Math.min(state === 'done' ? 100 : 99, estimated === 0 ? 0 : Math.round((rows / estimated) * 100));
  const acts = {
    running: ['stop'],
    stopped: ['resume', 'undo'],
    failed: ['resume', 'undo'],
    done: ['undo'],
    matching: [],
    undoing: [],
    undone: [],
  } as const;
  return (
    <>
      <FormRefusal answer={answer} />
      {state === 'running' && <Progress at={share} due={100} label={say('audiences.import.progress', { share: String(share) })} />}
      <Facts
        rows={[
          [say('audiences.contact.state'), <ImportState key="state" state={state} />],
          [say('audiences.import.rows'), format.number(rows)],
          [
            say('audiences.import.added'),
            state === 'done' ? (
              <Link key="added" to={`/workspace/contacts?import=${asked.id}`}>
                {format.number(asked.added)}
              </Link>
            ) : (
              format.number(asked.added)
            ),
          ],
          [say('audiences.import.merged'), format.number(asked.merged)],
          [say('audiences.import.kept'), format.number(asked.kept)],
          [say('audiences.import.faulted'), format.number(asked.faulted)],
          asked.act !== null && [listed(say, asked), format.number(asked.noted)],
          asked.purposes.length > 0 && [say('audiences.contact.consent'), `${asked.purposes.join(', ')} · ${asked.proof}`],
        ]}
      />
      {writes && acts[state].length > 0 && (
        <Form method="post" className="actions">
          {acts[state].map((intent, at) => (
            <button key={intent} className={at === 0 && intent !== 'undo' ? 'button primary' : 'button'} name="intent" value={intent}>
              {say(`audiences.import.${intent}`)}
            </button>
          ))}
        </Form>
      )}
      {acts[state].some((intent) => intent === 'undo') && <p className="small muted">{say('audiences.import.undo_how')}</p>}
    </>
  );
}
