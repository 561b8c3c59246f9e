import type { ReactNode } from 'react';
import { initials } from './state.tsx';

/** One thing said in a conversation, or done in it: a deed without words is a line of its own. */
export interface Utterance {
  readonly key: string | number;
  readonly name: string;
  /** What he did besides speaking: «la devolvió con preguntas». */
  readonly did?: string | undefined;
  readonly text: string;
  readonly when: ReactNode;
}

/** What was said, in order, with the deeds between. */
export function Conversation({ said }: { said: readonly Utterance[] }) {
  return (
    <div className="thread first">
      {said.map(({ key, name, did, text, when }) =>
        text === '' ? (
          <p key={key} className="deed">
            <b>{name}</b> {did} <time>{when}</time>
          </p>
        ) : (
          <div key={key} className="comment">
            <span className="avatar" aria-hidden="true">
              {initials(name)}
            </span>
            <header>
              <b>{name}</b> {did && <span className="muted">{did}</span>} <time>{when}</time>
            </header>
            <p className="said">{text}</p>
          </div>
        ),
      )}
    </div>
  );
}
