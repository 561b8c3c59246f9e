import type { ReactNode } from 'react';
import type { Answer } from './field.tsx';
import { FormRefusal } from './field.tsx';
import { useWords } from './words.tsx';

interface Props {
  /** The house's public key for web push. */
  readonly pushKey: string;
  readonly intent: string;
  /** Where it is turned on; without it, by the page itself. */
  readonly action?: string;
  readonly does: ReactNode;
  readonly primary?: boolean;
  readonly answer?: Answer | undefined;
}

/** The button that turns notices on in this browser: the browser itself asks, once it is pressed and never before. */
export function PushForm({ pushKey, intent, action, does, primary = false, answer }: Props) {
  const { say } = useWords();
  return (
    <form method="post" action={action} data-push={pushKey}>
      <FormRefusal answer={answer} />
      {answer?.problems.endpoint && <p className="error">{say('refusals.push.no_device')}</p>}
      {['endpoint', 'p256dh', 'auth'].map((name) => (
        <input key={name} type="hidden" name={name} defaultValue="" />
      ))}
      <input type="hidden" name="intent" value={intent} />
      <p className="error" data-push-refused hidden>
        {say('push.not_here')}
      </p>
      <p className="actions">
        <button className={primary ? 'button primary' : 'button'}>{does}</button>
      </p>
      <script type="module" async src="/static/push.js" />
    </form>
  );
}
