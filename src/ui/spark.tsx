import { path, scale } from './chart-scale.ts';

/** A small line of how something goes against what is due (the dashed line at `due`, or through it, same unit). Decoration: the row says it in words. */
export function Spark({ values, due }: { values: readonly (number | null)[]; due?: number | readonly (number | null)[] | null }) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const owed = typeof due === 'number' ? values.map(() => due) : (due ?? []);
  const target = owed.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const highest = Math.max(...target.map(({ value }) => value), ...known.map(({ value }) => value), 0) || 1;
  const x = scale([0, Math.max(values.length - 1, 1)], [3, 87]);
  const y = scale([0, highest], [22, 4]);
  const points = known.map(({ value, index }) => ({ x: x(index), y: y(value) }));
  const end = points.at(-1);
  return (
    <svg className="spark" viewBox="0 0 96 24" aria-hidden="true">
      {target.length > 0 && <path className="target" d={path(target.map(({ value, index }) => ({ x: x(index), y: y(value) })))} />}
      <path className="line" d={path(points)} />
      {end && <circle className="end" cx={end.x} cy={end.y} r="2.5" />}
    </svg>
  );
}
