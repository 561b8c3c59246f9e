import type { ReactNode } from 'react';
import { useWords } from './words.tsx';

interface Props {
  /** What it would be good for, where one stands. */
  readonly says: string;
  /** What turns it on. */
  readonly children: ReactNode;
  /** Where «No, gracias» is heard; without it, by the page itself. */
  readonly action?: string;
  /** Where one stands, to come back to. */
  readonly next?: string;
}

/** Offers notices on this device once somebody did what they serve for, never on arrival. After «No, gracias» it is not said again. */
export function PushOffer({ says, children, action, next }: Props) {
  const { say } = useWords();
  return (
    <section className="quiet-offer" aria-label={say('push.offer_name')}>
      <p>{says}</p>
      <div className="actions">
        {children}
        <form method="post" action={action}>
          {next && <input type="hidden" name="next" value={next} />}
          <button className="button quiet" name="intent" value="push-no">
            {say('push.no_thanks')}
          </button>
        </form>
      </div>
    </section>
  );
}
