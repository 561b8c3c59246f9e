import { Form, Link } from 'react-router';
import { useWords } from '#ui/words.tsx';

interface Props {
  /** Where it is written. */
  readonly to: string;
  readonly title: string;
  /** What its move sends: the intent, the version and its own code. */
  readonly place: Readonly<Record<string, string | number>>;
  /** From 1, among `of`. */
  readonly position: number;
  readonly of: number;
}

/** What can be done with a part of the text: write it, or put it before or after its neighbour. */
export function PartActions({ to, title, place, position, of }: Props) {
  const { say } = useWords();
  const move = (wanted: number, sign: string, name: string) =>
    wanted >= 1 &&
    wanted <= of && (
      <Form method="post" preventScrollReset>
        {Object.entries(place).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <button className="button quiet small" name="position" value={wanted} aria-label={say(name, { title })}>
          {sign}
        </button>
      </Form>
    );
  return (
    <span className="part-actions">
      <Link className="small" to={to}>
        {say('plan.write')}
        <span className="sr"> {title}</span>
      </Link>
      {move(position - 1, '↑', 'plan.move_up')}
      {move(position + 1, '↓', 'plan.move_down')}
    </span>
  );
}
