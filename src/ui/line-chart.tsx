import type { ReactNode } from 'react';
import { LineDrawing, type Lines } from './line-drawing.tsx';
import { useWords } from './words.tsx';

interface Props extends Lines {
  readonly title: ReactNode;
  readonly more?: ReactNode;
  readonly table: ReactNode;
  /** What opens the table: «Ver la gráfica como tabla». */
  readonly tableName: string;
}

/** A server-drawn line as a figure: title, drawing, table behind. Drawn twice, for a desk and for a phone; CSS shows the one that fits. */
export function LineChart({ title, more, table, tableName, ...lines }: Props) {
  const empty = useWords().say('ui.chart_empty');
  return (
    <figure className="chart section">
      <figcaption>
        {title}
        {more && <small>{more}</small>}
      </figcaption>
      <LineDrawing className="broad" size={{ width: 672, height: 268 }} empty={empty} {...lines} />
      <LineDrawing className="narrow" size={{ width: 358, height: 250 }} empty={empty} {...lines} />
      <details>
        <summary>{tableName}</summary>
        <div className="table-scroll">{table}</div>
      </details>
    </figure>
  );
}
