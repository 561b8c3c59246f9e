import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from './words.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly name: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** Whether its head sorts the list (`?sort=key` or `?sort=-key`). */
  readonly sorts?: boolean;
  readonly className?: (row: Row) => string | undefined;
  /** Its place when a phone shows the row in two lines; once one column has a place, those without are hidden there. */
  readonly phone?: 'lead' | 'second' | 'drawing' | 'figure' | 'under';
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** A heading over the rows that share it; rows come ordered. */
  readonly group?: (row: Row) => { readonly key: string; readonly head: ReactNode };
  readonly className?: string;
  readonly empty?: ReactNode;
}

/** A list on hairlines. Sorting is an address, so it works before script arrives. */
export function Table<Row>({ caption, columns, rows, rowKey, group, className = '', empty }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  const twoLine = columns.some(({ phone }) => phone);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={['rows', twoLine && 'two-line', className].filter(Boolean).join(' ')}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const heading = group?.(row);
            const before = rows[index - 1];
            const opens = heading !== undefined && (before === undefined || group?.(before).key !== heading.key);
            return [
              opens && (
                <tr className="group" key={`group ${heading.key}`} id={heading.key}>
                  <th colSpan={columns.length} scope="colgroup">
                    {heading.head}
                  </th>
                </tr>
              ),
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    data-phone={twoLine ? (column.phone ?? 'hide') : undefined}
                    className={[column.number && 'num', column.className?.(row)].filter(Boolean).join(' ') || undefined}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead<Row>({ column }: { column: Column<Row> }) {
  const [search] = useSearchParams();
  const className = column.number ? 'num' : undefined;
  if (!column.sorts)
    return (
      <th scope="col" className={className}>
        {column.name}
      </th>
    );
  const sort = search.get('sort');
  const order = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const next = new URLSearchParams(search);
  next.set('sort', order === 'ascending' ? `-${column.key}` : column.key);
  next.delete('after');
  return (
    <th scope="col" className={className} aria-sort={order}>
      <Link className="sort" to={`?${next}`} preventScrollReset>
        {column.name}
      </Link>
    </th>
  );
}

/** Where one is in a long list: what is shown, and the way to the next part. */
export function Pages({ says, previous, next }: { says: ReactNode; previous?: string | null; next?: string | null }) {
  const { say } = useWords();
  return (
    <nav className="pages" aria-label={say('ui.pages')}>
      <span>{says}</span>
      {previous && (
        <Link className="push" to={previous}>
          {say('ui.previous')}
        </Link>
      )}
      {next && (
        <Link className={previous ? undefined : 'push'} to={next}>
          {say('ui.next')}
        </Link>
      )}
    </nav>
  );
}
