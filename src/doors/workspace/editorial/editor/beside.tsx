import { Link } from 'react-router';
import type { Beside, SaidLine } from '#domains/editorial/index.ts';
import { Section } from '#ui/section.tsx';
import { Light } from '#ui/state.tsx';
import { Steps, Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';

/** The way of a piece: who writes it, whose eyes it passes, where it goes. */
export function WaySection({
  state,
  authors,
  way,
  out,
  channels,
  me,
}: {
  state: string;
  authors: Beside['authors'];
  way: Beside['way'];
  out: string | null;
  channels: readonly string[];
  me: string;
}) {
  const { say, format } = useWords();
  const mine = authors.some(({ id }) => id === me);
  const names = [...(mine ? [say('writing.you')] : []), ...authors.filter(({ id }) => id !== me).map(({ name }) => name)];
  const done = !['draft', 'in_review'].includes(state);
  return (
    <Section title={say('writing.way')} more={out && <span className="muted">{say('pieces.comes_out', { at: out })}</span>}>
      <Steps
        steps={[
          {
            name: say('pieces.state.draft'),
            more: names.length > 0 ? format.list(names) : say('writing.nobody_wrote'),
            stage: state === 'draft' ? 'current' : 'done',
          },
          ...way.map(({ step, state: stands, person, unit }, at) => ({
            name: say(`writing.step.${step}`) + (way.filter((one) => one.step === step).length > 1 ? ` ${at + 1}` : ''),
            more: [unit, person].filter(Boolean).join(': ') || say('writing.nobody_decides'),
            stage:
              stands === 'passed' || (done && stands !== 'returned')
                ? ('done' as const)
                : stands === 'asked'
                  ? ('current' as const)
                  : ('ahead' as const),
          })),
          {
            name: say(state === 'published' ? 'pieces.state.published' : 'pieces.state.scheduled'),
            more: channels.length > 0 ? format.list(channels) : say('writing.no_channels'),
            stage: state === 'published' ? ('done' as const) : state === 'scheduled' ? ('current' as const) : ('ahead' as const),
          },
        ]}
      />
    </Section>
  );
}

/** A campaign's lines and tone, and which of them the text says. */
export function LinesSection({ campaign, lines }: { campaign: NonNullable<Beside['campaign']>; lines: readonly SaidLine[] }) {
  const { say } = useWords();
  return (
    <Section title={say('writing.lines')} more={<Link to={`/workspace/campaigns/${campaign.id}`}>{campaign.name}</Link>}>
      {campaign.tone && <p className="small tone">{say('writing.tone_of', { tone: campaign.tone })}</p>}
      <ul className="checks">
        {lines.map(({ id, line, detail, said }) => (
          <li key={id} className={said ? 'all' : undefined}>
            <Light light={said ? 'good' : 'none'}>{line}</Light>
            {!said && <span className="muted">{say(said === null ? 'writing.line_unknown' : 'writing.line_missing')}</span>}
            {detail && <small>{detail}</small>}
          </li>
        ))}
        {lines.length === 0 && <li className="all muted">{say('writing.no_lines')}</li>}
      </ul>
    </Section>
  );
}

/** How things are called in the house. */
export function TermsSection({ terms }: { terms: Beside['terms'] }) {
  const { say, format } = useWords();
  const own = terms.filter(({ sort }) => sort === 'term' || sort === 'official');
  if (own.length === 0) return null;
  return (
    <Section title={say('writing.terms')} count={own.length} more={<Link to="/workspace/terms">{say('writing.all_terms')}</Link>}>
      <details>
        <summary className="small">{say('writing.open_terms')}</summary>
        <dl className="terms">
          {own.map(({ term, meaning, insteadOf }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {meaning} {insteadOf.length > 0 && say('writing.instead_of', { words: format.list(insteadOf) })}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

export function VersionsSection({ piece, versions, changed }: { piece: number; versions: Beside['versions']; changed: boolean }) {
  const { say, format, now } = useWords();
  return (
    <Section
      title={say('writing.versions')}
      more={versions.length > 0 && <Link to={`/workspace/pieces/${piece}/versions`}>{say('writing.compare')}</Link>}
    >
      <Timeline
        moments={[
          ...(changed ? [{ key: 'now', what: say('writing.working_copy'), when: say('writing.now'), now: true }] : []),
          ...versions.map(({ number, madeByName, note, madeAt }, at) => ({
            key: number,
            what: `${say('writing.version_number', { number })} `,
            more: [madeByName, note].filter(Boolean).join(': '),
            when: format.ago(madeAt, now),
            now: at === 0 && !changed,
          })),
        ]}
      />
    </Section>
  );
}
