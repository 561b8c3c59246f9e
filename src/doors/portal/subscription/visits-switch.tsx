import { Choice } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Props {
  /** What he agrees to by turning it on. */
  readonly text: string;
  readonly on: boolean;
  /** Whether this browser is one that remembers. */
  readonly here: boolean;
}

/** Off until he turns it on: whether the portal remembers which sections he looks at. */
export function VisitsSwitch({ text, on, here }: Props) {
  const { say } = useWords();
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{say('audiences.own.visits')}</h2>
      <form method="post">
        <Choice type="checkbox" name="visits" label={say('audiences.own.visits_switch')} more={text} defaultChecked={on} />
        {on && !here && <p className="small">{say('audiences.own.visits_elsewhere')}</p>}
        <p className="actions">
          <button className="button" name="intent" value="visits">
            {say('audiences.own.visits_save')}
          </button>
        </p>
      </form>
    </section>
  );
}
