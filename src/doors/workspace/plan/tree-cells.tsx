import { Link, type useFetcher } from 'react-router';
import { Light } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import type { TreeRow } from './tree-rows.ts';

const below = ['', 'component', 'responsibility', 'activity', 'indicator'] as const;

export function AddRow({ row }: { row: TreeRow }) {
  return (
    <tr className={`l${row.level + 1} add`} aria-level={row.level + 1}>
      <td colSpan={4}>
        <AddLink kind={below[row.level]!} parent={String(row.item)} within={row.number || row.title} />
      </td>
    </tr>
  );
}

export function AddLink({ kind, parent, within }: { kind: string; parent: string; within?: string }) {
  const { say } = useWords();
  return (
    <Link className="button quiet small" to={`?add=${kind}&parent=${parent}`} preventScrollReset>
      + {within ? say('plan.add_in', { kind: say(`plan.kind.${kind}`), within }) : say(`plan.kind.${kind}`)}
    </Link>
  );
}

interface Named {
  readonly row: TreeRow;
  /** Where the inspector shows it. */
  readonly to: string;
  readonly folded: boolean;
  readonly onFold: (() => void) | null;
  readonly tabbable: boolean;
}

export function Name({ row, to, folded, onFold, tabbable }: Named) {
  const { say } = useWords();
  return (
    <>
      {row.level < 4 && (
        <span className="twist" aria-hidden="true" onClick={onFold ?? undefined}>
          {row.children === 0 ? '' : folded ? '▸' : '▾'}
        </span>
      )}
      {row.number ? <span className="no">{row.number}</span> : <span className="kind">{say(`plan.kind.${row.kind}`)}</span>}{' '}
      <Link className="quiet" to={to} preventScrollReset tabIndex={tabbable ? undefined : -1}>
        {row.title}
      </Link>
      {row.isNew && (
        <>
          {' '}
          <ins className="new">{say('plan.new')}</ins>
        </>
      )}
      {folded && (
        <>
          {' '}
          <span className="count">{row.children}</span>
        </>
      )}
    </>
  );
}

export function NameEditor({
  row,
  version,
  fetcher,
  done,
}: {
  row: TreeRow;
  version: number;
  fetcher: ReturnType<typeof useFetcher>;
  done: () => void;
}) {
  const { say } = useWords();
  return (
    <fetcher.Form
      method="post"
      className="edit"
      onSubmit={() => setTimeout(done)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') done();
      }}
    >
      <span className="no">{row.number}</span>
      <input type="hidden" name="intent" value="edit" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="item" value={row.item} />
      <input type="hidden" name="revision" value={row.revision} />
      <input type="hidden" name="was" value={JSON.stringify({ title: row.title })} />
      <input
        className="input"
        name="title"
        aria-label={say('plan.name_of', { number: row.number || row.title })}
        defaultValue={row.title}
        maxLength={500}
        required
        autoFocus
      />
    </fetcher.Form>
  );
}

export function Term({ row }: { row: TreeRow }) {
  const { say, format } = useWords();
  if (row.kind === 'indicator') return row.frequency && say(`plan.frequency.${row.frequency}`);
  return row.ends && <span className={row.daysLate > 0 ? 'late' : undefined}>{format.shortDay(row.ends, '')}</span>;
}

export function Standing({ row }: { row: TreeRow }) {
  const { say, format } = useWords();
  if (row.progress !== null) return <span className="pc">{format.percent(Math.round(row.progress))}</span>;
  if (row.light) return <Light light={row.light}>{say(`plan.light.${row.light}`)}</Light>;
  if (row.daysLate > 0) return <Light light="off">{say('plan.days_late', { count: row.daysLate })}</Light>;
  return row.state && <Light light={row.state === 'done' ? 'good' : 'none'}>{say(`plan.activity.${row.state}`)}</Light>;
}
