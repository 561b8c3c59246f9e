import type { ReactNode } from 'react';
import { Voice } from './voice.tsx';

interface Props {
  /** The page's name, quiet above its voice. */
  readonly name: ReactNode;
  readonly voice: string;
  readonly low?: boolean;
  /** At most one primary button; two plain ones beside it. */
  readonly actions?: ReactNode;
}

/** The head of every workspace page: its name, its voice, its actions. */
export function Head({ name, voice, low = false, actions }: Props) {
  return (
    <header className="head">
      <h1>{name}</h1>
      <Voice sentence={voice} low={low} />
      {actions && <div className="actions">{actions}</div>}
    </header>
  );
}
