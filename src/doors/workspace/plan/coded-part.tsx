import { Link } from 'react-router';
import type { CodedKind, PlanChannel, Segment } from '#domains/plan/index.ts';
import { useWords } from '#ui/words.tsx';
import { CodedForm } from './coded-form.tsx';
import { PartActions } from './part-actions.tsx';
import type { EditedPart } from './text-edited.ts';

interface Props {
  readonly kind: CodedKind;
  readonly rows: readonly (Segment | PlanChannel)[];
  readonly channels: readonly PlanChannel[];
  readonly version: number;
  readonly edits: boolean;
  readonly edited: EditedPart | null;
}

/** The publics of a plan with their focus, or its channels with their class. */
export function CodedPart({ kind, rows, channels, version, edits, edited }: Props) {
  const { say } = useWords();
  const id = `${kind}s`;
  const open = edited?.kind === kind ? edited : null;
  if (rows.length === 0 && !edits) return null;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {say(`plan.document.${id}`)}{' '}
        {edits && (
          <Link className="small" to={`?add=${kind}#${id}`}>
            {say(`plan.add_${kind}`)}
          </Link>
        )}
      </h2>
      {rows.length === 0 && !open && <p className="muted">{say(`plan.no_${id}`)}</p>}
      <ul className="coded">
        {rows.map((row, at) => (
          <li key={row.code} id={`${kind}-${row.code}`}>
            {open?.part && 'fields' in open.part && open.part.code === row.code ? (
              <CodedForm key={open.part.revision} version={version} kind={kind} part={open.part} channels={channels} />
            ) : (
              <>
                <p>
                  <b>{row.name}</b>{' '}
                  {edits && (
                    <PartActions
                      to={`?${kind}=${row.code}#${kind}-${row.code}`}
                      title={row.name}
                      place={{ intent: 'coded.place', version, kind, code: row.code }}
                      position={at + 1}
                      of={rows.length}
                    />
                  )}
                </p>
                {'focus' in row ? <SegmentSays row={row} channels={channels} /> : <ChannelSays row={row} />}
              </>
            )}
          </li>
        ))}
      </ul>
      {open?.part === null && <CodedForm version={version} kind={kind} part={null} channels={channels} />}
    </section>
  );
}

function SegmentSays({ row, channels }: { row: Segment; channels: readonly PlanChannel[] }) {
  const { say, format } = useWords();
  const names = row.channels.map((code) => channels.find((channel) => channel.code === code)?.name ?? code);
  return (
    <>
      {row.focus && <p>{row.focus}</p>}
      {names.length > 0 && <p className="muted">{say('plan.reached_by', { channels: format.list(names) })}</p>}
    </>
  );
}

function ChannelSays({ row }: { row: PlanChannel }) {
  const { say } = useWords();
  return (
    <>
      <p className="muted">
        {row.class}, {say(`plan.document.mode.${row.mode}`)}
      </p>
      {row.purpose && <p>{row.purpose}</p>}
    </>
  );
}
