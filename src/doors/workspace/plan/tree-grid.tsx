import { Fragment, useRef, useState } from 'react';
import { useFetcher, useSearchParams } from 'react-router';
import { Refusal, type Answer } from '#ui/field.tsx';
import { Filters, type Filter } from '#ui/filters.tsx';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { AddLink, AddRow, Name, NameEditor, Standing, Term } from './tree-cells.tsx';
import { destination, dropPlace, visibleRows } from './tree-moves.ts';
import type { TreeRow } from './tree-rows.ts';
import { useHydrated } from './use-hydrated.ts';

interface Props {
  readonly rows: readonly TreeRow[];
  readonly edits: boolean;
  readonly chosen: number | null;
  readonly version: number;
  readonly filters: readonly Filter[];
}

/**
 * The tree of a plan as a treegrid (WAI-ARIA Authoring Practices): arrows walk and fold, Home and End, Enter edits the name,
 * Alt and an arrow moves a row; a pointer drags it. Before script arrives it is a table of links.
 */
export function TreeGrid({ rows, edits, chosen, version, filters }: Props) {
  const { say } = useWords();
  const hydrated = useHydrated();
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [focused, setFocused] = useState<number | null>(null);
  const [editing, setEditing] = useState<number | null>(null);
  const [dragged, setDragged] = useState<TreeRow | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const fetcher = useFetcher();
  const [params] = useSearchParams();
  const others = new URLSearchParams([...params].filter(([key]) => key !== 'add' && key !== 'parent' && key !== 'item')).toString();
  const shown = visibleRows(rows, folded);
  const current = shown.some(({ item }) => item === focused)
    ? focused
    : chosen !== null && shown.some(({ item }) => item === chosen)
      ? chosen
      : (shown[0]?.item ?? null);

  const focus = (item: number | undefined) => {
    if (item === undefined) return;
    setFocused(item);
    table.current?.querySelector<HTMLElement>(`[data-item="${item}"]`)?.focus();
  };
  const fold = (item: number, closed: boolean) =>
    setFolded((before) => {
      const next = new Set(before);
      if (closed) next.add(item);
      else next.delete(item);
      return next;
    });
  const move = (row: TreeRow, place: { parent: number | null; position: number } | null) => {
    if (!place) return setSaid(say('plan.cannot_move'));
    setSaid(say('plan.moved', { title: row.title, position: place.position }));
    void fetcher.submit(
      {
        intent: 'move',
        version: String(version),
        item: String(row.item),
        parent: String(place.parent ?? ''),
        position: String(place.position),
      },
      { method: 'post' },
    );
  };
  const keys = (event: React.KeyboardEvent, row: TreeRow) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const at = shown.findIndex(({ item }) => item === row.item);
    const open = row.children > 0 && !folded.has(row.item);
    const doing: Record<string, () => void> = event.altKey
      ? edits
        ? { ArrowUp: () => move(row, destination(rows, row, -1)), ArrowDown: () => move(row, destination(rows, row, 1)) }
        : {}
      : {
          ArrowDown: () => focus(shown[at + 1]?.item),
          ArrowUp: () => focus(shown[at - 1]?.item),
          Home: () => focus(shown[0]?.item),
          End: () => focus(shown.at(-1)?.item),
          ArrowRight: () => (row.children > 0 && !open ? fold(row.item, false) : focus(open ? shown[at + 1]?.item : undefined)),
          ArrowLeft: () => (open ? fold(row.item, true) : focus(row.parent ?? undefined)),
          Enter: () => (edits ? setEditing(row.item) : table.current?.querySelector<HTMLElement>(`[data-item="${row.item}"] a`)?.click()),
        };
    const act = doing[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const narrowed = params.has('q') || params.has('unit') || params.has('late');
  const foldAll = () =>
    setFolded(folded.size > 0 ? new Set() : new Set(rows.filter(({ children }) => children > 0).map(({ item }) => item)));
  return (
    <>
      {(rows.length > 0 || narrowed) && (
        <Filters search={say('plan.find_in_tree')} filters={filters}>
          {hydrated && (
            <button type="button" className="chip push" onClick={foldAll}>
              {say(folded.size > 0 ? 'plan.unfold_all' : 'plan.fold_all')}
            </button>
          )}
        </Filters>
      )}
      {rows.length === 0 && <Empty title={say(narrowed ? 'plan.none_in_tree' : 'plan.empty_tree')} />}
      <p className="sr" id="tree-how">
        {say(edits ? 'plan.tree_keys' : 'plan.tree_keys_read')}
      </p>
      <p className="sr" role="status">
        {said}
      </p>
      <NotDone answer={fetcher.data as Answer | undefined} />
      {rows.length > 0 && (
        <table className="tree" role="treegrid" aria-label={say('plan.tree_label')} aria-describedby="tree-how" ref={table}>
          <thead>
            <tr>
              <th scope="col">{say('plan.field.title')}</th>
              <th scope="col">{say('plan.responsible')}</th>
              <th scope="col" className="num">
                {say('plan.term')}
              </th>
              <th scope="col">{say('plan.progress')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Fragment key={row.item}>
                <tr
                  className={[`l${row.level}`, over === row.item && 'drop'].filter(Boolean).join(' ')}
                  data-item={row.item}
                  aria-level={row.level}
                  aria-posinset={row.position}
                  aria-setsize={row.siblings}
                  aria-expanded={row.children > 0 ? !folded.has(row.item) : undefined}
                  aria-selected={chosen === row.item ? true : undefined}
                  tabIndex={hydrated ? (current === row.item ? 0 : -1) : undefined}
                  onKeyDown={(event) => keys(event, row)}
                  onFocus={(event) => event.target === event.currentTarget && setFocused(row.item)}
                  draggable={hydrated && edits && editing !== row.item}
                  onDragStart={(event) => {
                    setDragged(row);
                    event.dataTransfer.effectAllowed = 'move';
                  }}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                  onDragOver={(event) => {
                    if (dragged && dropPlace(rows, dragged, row)) {
                      event.preventDefault();
                      setOver(row.item);
                    }
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => {
                    event.preventDefault();
                    if (dragged) move(dragged, dropPlace(rows, dragged, row));
                    setDragged(null);
                    setOver(null);
                  }}
                >
                  <td>
                    {editing === row.item ? (
                      <NameEditor
                        row={row}
                        version={version}
                        fetcher={fetcher}
                        done={() => {
                          setEditing(null);
                          focus(row.item);
                        }}
                      />
                    ) : (
                      <Name
                        row={row}
                        to={`?${others && `${others}&`}item=${row.item}`}
                        folded={folded.has(row.item)}
                        onFold={hydrated ? () => fold(row.item, !folded.has(row.item)) : null}
                        tabbable={!hydrated}
                      />
                    )}
                  </td>
                  <td>{row.who}</td>
                  <td className="num">
                    <Term row={row} />
                  </td>
                  <td>
                    <Standing row={row} />
                  </td>
                </tr>
                {edits && chosen === row.item && row.level < 5 && <AddRow row={row} />}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {edits && (
        <p>
          <AddLink kind="objective" parent="" />
        </p>
      )}
    </>
  );
}

/** Why a move or a new name was refused. */
function NotDone({ answer }: { answer: Answer | undefined }) {
  const { say } = useWords();
  const problem = answer && (answer.refusal ?? Object.values(answer.problems)[0]);
  return problem ? <Refusal sentence={say(`refusals.${problem.refused}`, problem.details)} /> : null;
}
