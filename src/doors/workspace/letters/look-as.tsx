import { Form, Link, useSearchParams } from 'react-router';
import { SelectField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';

const schemes = ['light', 'dark'] as const;

/** By day or by night: how a program shows it that prefers one or the other. */
export function Schemes() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const now = params.get('scheme') === 'dark' ? 'dark' : 'light';
  return (
    <nav className="segmented push" aria-label={say('letters.scheme')}>
      {schemes.map((scheme) => (
        <Link
          key={scheme}
          to={`?${new URLSearchParams([...[...params].filter(([name]) => name !== 'scheme'), ['scheme', scheme]])}`}
          aria-current={scheme === now ? 'true' : undefined}
          preventScrollReset
        >
          {say(`letters.scheme.${scheme}`)}
        </Link>
      ))}
    </nav>
  );
}

interface Props {
  readonly look: {
    readonly why: string;
    readonly segment?: string | undefined;
    readonly contact?: number | undefined;
    readonly scheme: string;
  };
  readonly segments: readonly { readonly code: string; readonly name: string }[];
  readonly contacts: readonly { readonly id: number; readonly name: string }[];
}

/** As whom one looks at it: why it comes, and one contact whose own fields fill it. */
export function LookAs({ look, segments, contacts }: Props) {
  const { say } = useWords();
  const [params] = useSearchParams();
  return (
    <Section title={say('letters.look_as')}>
      <Form method="get" className="form">
        <input type="hidden" name="scheme" value={look.scheme} />
        {params.get('at') && <input type="hidden" name="at" value={params.get('at')!} />}
        <SelectField
          name="why"
          label={say('letters.why')}
          defaultValue={look.why}
          options={(['subscription', 'internal', 'service', 'alert'] as const).map((why) => ({
            value: why,
            label: say(`letters.why_is.${why}`),
          }))}
        />
        <SelectField
          name="segment"
          label={say('letters.segment')}
          defaultValue={look.segment ?? ''}
          blank={say('letters.any_segment')}
          options={segments.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {contacts.length > 0 && (
          <SelectField
            name="contact"
            label={say('letters.contact')}
            defaultValue={String(look.contact ?? '')}
            blank={say('letters.nobody')}
            options={contacts.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
        <p className="actions">
          <button className="button">{say('letters.look')}</button>
        </p>
      </Form>
    </Section>
  );
}
