import { Form, Link } from 'react-router';
import type { LetterCheck, LookedLink } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Light, type LightName } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';

const lights: Readonly<Record<LetterCheck['state'], LightName>> = { good: 'good', look: 'risk', bad: 'off', asked: 'none' };

interface Props {
  readonly piece: number;
  readonly checks: readonly LetterCheck[];
  readonly links: readonly Omit<LookedLink, 'lookedAt'>[];
  readonly why: string;
  readonly mayWrite: boolean;
  readonly mailChannel: string | null;
}

/** What is looked at before it leaves, each as a sentence with where it is mended. */
export function LetterChecks({ piece, checks, links, why, mayWrite, mailChannel }: Props) {
  const { say } = useWords();
  const own = `/workspace/pieces/${piece}`;
  const mend: Readonly<Partial<Record<LetterCheck['check'], string>>> = {
    approved: `${own}/review`,
    class: `${own}/class`,
    segment: `${own}/details`,
    holes: mailChannel === null ? own : `${own}/renditions/${mailChannel}`,
    subject: mailChannel === null ? own : `${own}/renditions/${mailChannel}`,
    alt: own,
    size: own,
  };
  return (
    <Section title={say('letters.before')} count={checks.length}>
      <ul className="checks">
        {checks.map(({ check, state, case: which, facts }) => (
          <li key={check}>
            <Light light={lights[state]}>{say(`letters.check.${check}`)}</Light>
            {state !== 'good' && mend[check] ? (
              <Link to={mend[check]!}>
                {say('letters.mend')}
                <span className="sr">: {say(`letters.check.${check}`)}</span>
              </Link>
            ) : (
              <span />
            )}
            <small>{say(`letters.check.${check}.${which}`, facts)}</small>
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <details className="fold">
          <summary>{say('letters.links', { count: links.length })}</summary>
          <ul className="wires">
            {links.map(({ address, state, problem, status }) => (
              <li key={address}>
                <span>{address}</span>{' '}
                <small>
                  {state === null
                    ? say('letters.link.none')
                    : problem
                      ? say(`letters.problem.${problem}`)
                      : say(`letters.link.${state}`, { status: status ?? '' })}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && links.length > 0 && (
        <Form method="post" className="actions">
          <input type="hidden" name="intent" value="links" />
          <input type="hidden" name="why" value={why} />
          <button className="button quiet">{say('letters.look_links')}</button>
        </Form>
      )}
    </Section>
  );
}
