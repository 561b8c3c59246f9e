import { Form, Link, useSearchParams, useSubmit } from 'react-router';
import type { VersionHead } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';
import { useHydrated } from '../../plan/use-hydrated.ts';
import { useMoment } from './moments.ts';

export const modes = ['diff', 'clean', 'side'] as const;
export type Mode = (typeof modes)[number];

interface Props {
  readonly versions: readonly Pick<VersionHead, 'number' | 'madeAt'>[];
  readonly before: number | null;
  readonly after: number;
  /** Whether what is being written now says something else than the last version. */
  readonly draft: boolean;
  readonly mode: Mode;
}

/** Which two versions are compared, and how: all of it in the address. */
export function CompareBar({ versions, before, after, draft, mode }: Props) {
  const { say } = useWords();
  const moment = useMoment();
  const submit = useSubmit();
  const hydrated = useHydrated();
  const [params] = useSearchParams();
  const choices = [
    ...(draft ? [{ number: 0, label: say('review.now') }] : []),
    ...versions.map(({ number, madeAt }) => ({ number, label: say('review.version_at', { number, when: moment(madeAt) }) })),
  ];
  const to = (name: Mode) => `?${new URLSearchParams([...[...params].filter(([key]) => key !== 'mode'), ['mode', name]])}`;
  const select = (name: string, label: string, chosen: number | null, options: typeof choices) => (
    <select className="input" name={name} aria-label={label} defaultValue={chosen ?? ''} key={`${name} ${chosen}`}>
      {options.map(({ number, label: said }) => (
        <option key={number} value={number}>
          {said}
        </option>
      ))}
    </select>
  );
  return (
    <Form
      className="compare"
      method="get"
      preventScrollReset
      onChange={({ currentTarget }) => void submit(currentTarget, { preventScrollReset: true })}
    >
      <input type="hidden" name="mode" value={mode} />
      {before !== null && (
        <>
          {select(
            'from',
            say('review.from'),
            before,
            choices.filter(({ number }) => number !== 0),
          )}
          <span aria-hidden="true">→</span>
        </>
      )}
      {select('to', say('review.to'), after, choices)}
      {!hydrated && <button className="button small">{say('review.compare')}</button>}
      <nav className="segmented push" aria-label={say('review.how')}>
        {modes
          .filter((name) => before !== null || name === 'clean')
          .map((name) => (
            <Link key={name} to={to(name)} aria-current={name === mode ? 'true' : undefined} preventScrollReset>
              {say(`review.mode.${name}`)}
            </Link>
          ))}
      </nav>
    </Form>
  );
}
