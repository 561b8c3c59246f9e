import { useId, type ReactNode } from 'react';

/** A rule, a name with its count, then rows on hairlines. */
export function Section({
  title,
  count,
  more,
  id,
  children,
}: {
  title: ReactNode;
  count?: ReactNode;
  more?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  const own = useId();
  const heading = id ? `${id}-title` : own;
  return (
    <section className="section" id={id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        {more}
      </header>
      {children}
    </section>
  );
}

/** Names and values side by side. */
export function Facts({
  rows,
  pad = true,
}: {
  rows: readonly (readonly [name: ReactNode, value: ReactNode] | null | false)[];
  pad?: boolean;
}) {
  return (
    <dl className={pad ? 'facts pad' : 'facts'}>
      {rows.map((row, index) => row && [<dt key={`t${index}`}>{row[0]}</dt>, <dd key={`d${index}`}>{row[1]}</dd>])}
    </dl>
  );
}
