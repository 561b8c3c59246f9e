import type { ReactNode } from 'react';
import { Steps } from '#ui/time.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';

const pages = ['institution', 'administrator', 'plan'] as const;

/** One of the three pages: where one is, the question, the form. */
export function SetupPage({ page, children }: { page: (typeof pages)[number]; children: ReactNode }) {
  const { say } = useWords();
  const here = pages.indexOf(page);
  const steps = pages.map((name, index) => ({
    name: say(`entry.setup.step_${name}`),
    stage: index < here ? ('done' as const) : index === here ? ('current' as const) : ('ahead' as const),
  }));
  return (
    <>
      <title>{`${say('entry.setup.institution.title')} · Pregón`}</title>
      <main className="step setup" id="contenido">
        <h1>{say('entry.setup.institution.title')}</h1>
        <Voice sentence={say(`entry.setup.${page}.voice`)} />
        <Steps steps={steps} across />
        {children}
      </main>
      <SetupEnd />
    </>
  );
}

export function SetupEnd() {
  const { say } = useWords();
  return (
    <footer className="end">
      <span>{say('entry.version')}</span>
    </footer>
  );
}
