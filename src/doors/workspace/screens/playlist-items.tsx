import type { ItemKind } from '#domains/channels/index.ts';
import type { Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

interface Item {
  readonly kind: ItemKind;
  readonly ref: string;
  readonly seconds: number | null;
  /** Null: it is not there any more. */
  readonly name: string | null;
}

/** What a playlist shows, a row each; moved and taken out by buttons, so that a keyboard and no script are enough. */
export function Items({ items, answer, fixed = false }: { items: readonly Item[]; answer?: Answer | undefined; fixed?: boolean }) {
  const { say } = useWords();
  const problem = Object.entries(answer?.problems ?? {}).find(([field]) => field.startsWith('items'))?.[1];
  const titleOf = ({ kind, name }: Item) => name || say(`screens.item.${kind}`);
  if (items.length === 0) return <p className="muted after-rule">{say('screens.playlist_items_none')}</p>;
  return (
    <>
      {problem && <p className="error">{say(`refusals.${problem.refused}`, problem.details)}</p>}
      <ol className="lines stacked playlist-items">
        {items.map((item, at) => (
          <li key={`${at} ${item.kind} ${item.ref}`}>
            <div className="what">
              <b>{titleOf(item)}</b>
              <small className={item.name === null ? 'late' : undefined}>
                {item.name === null ? say('screens.item_gone') : item.name === '' ? '' : say(`screens.item.${item.kind}`)}
              </small>
            </div>
            {!fixed && (
              <div className="item-tools">
                <input type="hidden" name="kind" value={item.kind} />
                <input type="hidden" name="ref" value={item.ref} />
                <label>
                  <span className="sr">{`${say('screens.item_seconds')}: ${titleOf(item)}`}</span>
                  <input
                    className="input"
                    type="number"
                    name="seconds"
                    min={4}
                    max={600}
                    defaultValue={item.seconds ?? ''}
                    placeholder={say('screens.item_seconds')}
                  />
                </label>
                {(['up', 'down', 'remove'] as const).map((act) => (
                  <button
                    key={act}
                    className="button small"
                    name="intent"
                    value={`${act}:${at}`}
                    aria-label={say(`screens.item_${act}`, { name: titleOf(item) })}
                    disabled={(act === 'up' && at === 0) || (act === 'down' && at === items.length - 1)}
                  >
                    <span aria-hidden="true">{act === 'up' ? '↑' : act === 'down' ? '↓' : '✕'}</span>
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface Choosable {
  readonly kind: ItemKind;
  readonly choices: readonly { readonly ref: string; readonly name: string }[];
}

/** Puts one thing more at the end: by its sort, and which. */
export function AddItem({ choices }: { choices: readonly Choosable[] }) {
  const { say } = useWords();
  const single = choices.filter(({ choices: of }) => of.length === 1 && of[0]!.ref === '').map(({ kind }) => kind);
  const many = choices.filter(({ kind, choices: of }) => !single.includes(kind) && of.length > 0);
  return (
    <p className="actions add-item">
      <label>
        <span className="sr">{say('screens.item_choose')}</span>
        <select className="input" name="add" defaultValue="">
          <option value="">{say('screens.item_choose')}</option>
          {(['pieces', ...single, 'clock'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {say(`screens.item.${kind}`)}
            </option>
          ))}
          {many.map(({ kind, choices: of }) => (
            <optgroup key={kind} label={say(`screens.item.${kind}`)}>
              {of.map(({ ref, name }) => (
                <option key={ref} value={`${kind} ${ref}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button className="button" name="intent" value="add">
        {say('screens.item_add')}
      </button>
    </p>
  );
}
