import { isBeingFounded, isSetUp } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Demonstration } from '#platform/http/visit.ts';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { SetupEnd } from './frame.tsx';

/** Where one waits while somebody else loads it. */
export const loader = load(async ({ visit }) => {
  const { primary } = visit.app.database;
  if (await isSetUp(primary)) throw redirect('/sign-in');
  if (!(await isBeingFounded(primary))) throw redirect('/setup');
  return null;
});

// It takes a while, and people press again: in this process and in any other the second press waits for the first.
let loading: ReturnType<Demonstration['load']> | undefined;

export const action = act(async ({ visit }) => {
  const { app } = visit;
  if (await isSetUp(app.database.primary)) return redirect('/sign-in');
  loading ??= app.demonstration.load(app).finally(() => {
    loading = undefined;
  });
  return redirect((await loading) === 'under_way' ? '/setup/demonstration' : '/sign-in');
});

export default function Loading() {
  const { say } = useWords();
  return (
    <>
      <title>{`${say('entry.setup.loading')} · Pregón`}</title>
      <main className="step setup" id="contenido">
        <h1>{say('entry.setup.loading')}</h1>
        <Voice sentence={say('entry.setup.loading.voice')} />
        <p>
          <a className="button primary" href="/setup/demonstration">
            {say('entry.setup.loading.look')}
          </a>
        </p>
      </main>
      <SetupEnd />
    </>
  );
}
