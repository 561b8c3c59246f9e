import type { ReactNode } from 'react';
import { Rich, Voice } from '#ui/voice.tsx';

interface Props {
  readonly name: string;
  readonly voice: string;
  readonly art: ReactNode;
  readonly children?: ReactNode;
  /** The two ends of the foot. */
  readonly end?: readonly string[];
}

/** One question beside a drawing: the shape of every page of coming in. */
export function Step({ name, voice, art, children, end = [] }: Props) {
  return (
    <>
      <title>{`${name} · Pregón`}</title>
      <main className="step in" id="contenido">
        <div>
          <h1>{name}</h1>
          <Voice sentence={voice} />
          {children}
        </div>
        {art}
      </main>
      <footer className="end">
        {end.map((sentence) => (
          <span key={sentence}>
            <Rich sentence={sentence} />
          </span>
        ))}
      </footer>
    </>
  );
}
