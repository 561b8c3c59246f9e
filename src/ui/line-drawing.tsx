import { legible, path, round, scale, spread, ticks, widthOf, type Point } from './chart-scale.ts';

/** A point of the period, `at` from 0 (start) to 1 (end), and its figure. */
export interface Dot {
  readonly at: number;
  readonly value: number;
  readonly label?: string;
}

export interface Lines {
  /** The whole drawing in words, for who does not see it. */
  readonly says: string;
  readonly line: readonly Dot[];
  readonly target?: readonly Dot[];
  readonly past?: readonly Dot[];
  readonly forecast?: { readonly line: readonly Dot[]; readonly low: number; readonly high: number } | null;
  /** Words under the axis, each in the middle of its part. */
  readonly parts: readonly string[];
  /** What the lines that reach the end are called; `own` is ours, in accent. */
  readonly ends: readonly { readonly value: number; readonly label: string; readonly own?: boolean }[];
  /** A letter over a point, explained in the annotations. */
  readonly notes?: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  readonly number: (value: number) => string;
}

interface Drawing extends Lines {
  readonly className: string;
  /** In CSS pixels when it is shown at its own size, which keeps its words at 12. */
  readonly size: { readonly width: number; readonly height: number };
  readonly empty: string;
}

/** Thin lines, labelled where they end; the target dashed, the past pale, the forecast dotted in its band. */
export function LineDrawing({ className, size, empty, ...lines }: Drawing) {
  const { line, target = [], past = [], forecast, parts, ends, notes = [], number } = lines;
  const { marks, box, x, y, place } = frame(lines, size);
  const endHeights = spread(
    ends.map((end) => y(end.value) + 4),
    16,
    [box.top + 4, box.bottom],
  );
  const partWidth = (box.right - box.left) / Math.max(1, parts.length);
  const partLabels = legible(
    parts.map((part, index) => ({ at: (index + 0.5) * partWidth, width: widthOf(part) })),
    4,
  );
  const last = line.length - 1;
  const labelled = legible(line.map((dot) => ({ at: x(dot.at), width: dot.label ? widthOf(dot.label, true) : 0 })));

  return (
    <svg className={className} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={lines.says}>
      {marks.map((mark) => (
        <g key={mark}>
          <path className={mark === 0 ? 'axis' : 'grid'} d={`M${box.left} ${round(y(mark))}H${box.right}`} />
          <text x={box.left - 8} y={round(y(mark)) + 4} textAnchor="end">
            {number(mark)}
          </text>
        </g>
      ))}
      {parts.map((part, index) => (
        <g key={index}>
          <path className="grid" d={`M${round(box.left + (index + 1) * partWidth)} ${box.top}V${box.bottom + 6}`} />
          {partLabels[index] && (
            <text x={round(box.left + (index + 0.5) * partWidth)} y={box.bottom + 20} textAnchor="middle">
              {part}
            </text>
          )}
        </g>
      ))}
      <path className="past" d={path(place(past))} />
      <path className="target" d={path(place(target))} />
      {forecast && forecast.line.length > 1 && (
        <>
          <path
            className="band"
            d={`${path(place([forecast.line[0]!, { at: 1, value: forecast.high }, { at: 1, value: forecast.low }]))}Z`}
          />
          <path className="forecast" d={path(place(forecast.line))} />
        </>
      )}
      <path className="line" d={path(place(line))} />
      {line.map((dot, index) => (
        <Mark key={index} dot={dot} last={index === last} named={labelled[index]!} at={{ x: x(dot.at), y: y(dot.value) }} box={box} />
      ))}
      {notes.map((note) => (
        <g key={note.label}>
          <path className="note" d={`M${round(x(note.at))} ${round(y(note.value)) - 4}V${round(y(note.value)) - 24}`} />
          <text className="says" x={round(x(note.at))} y={round(y(note.value)) - 28} textAnchor="middle">
            {note.label}
          </text>
        </g>
      ))}
      {ends.map((end, index) => (
        <text key={end.label} className={end.own ? 'own' : 'says'} x={box.right + 8} y={round(endHeights[index]!)}>
          {end.label}
        </text>
      ))}
      {line.length === 0 && (
        <text className="says" x={round((box.left + box.right) / 2)} y={box.bottom - 12} textAnchor="middle">
          {empty}
        </text>
      )}
    </svg>
  );
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A dot and its figure: under the line, or over it near the axis; never out of the drawing. */
function Mark({ dot, last, named, at, box }: { dot: Dot; last: boolean; named: boolean; at: Point; box: Box }) {
  if (!dot.label && !last) return null;
  const half = widthOf(dot.label ?? '', true) / 2;
  const under = at.y + 22 < box.bottom;
  return (
    <>
      <circle className={last ? 'dot last' : 'dot'} cx={round(at.x)} cy={round(at.y)} r={last ? 4.5 : 3.5} />
      {dot.label && named && (
        <text
          className={last ? 'own' : 'value'}
          x={round(Math.min(Math.max(at.x + (last || !under ? 0 : 6), box.left + half + 2), box.right - half))}
          y={round(at.y) + (under ? 20 : -10)}
          textAnchor="middle"
        >
          {dot.label}
        </text>
      )}
    </>
  );
}

function frame({ line, target = [], past = [], forecast, ends, number }: Lines, size: Drawing['size']) {
  const values = [...line, ...target, ...past, ...(forecast?.line ?? [])]
    .map((dot) => dot.value)
    .concat(forecast ? [forecast.high, forecast.low] : []);
  const marks = ticks(Math.max(0, ...values), 4, Math.min(0, ...values));
  const widest = (words: readonly string[], bold: boolean) => Math.max(0, ...words.map((word) => widthOf(word, bold)));
  const box: Box = {
    left: Math.ceil(widest(marks.map(number), false)) + 10,
    right:
      size.width -
      Math.max(
        4,
        Math.ceil(
          widest(
            ends.map(({ label }) => label),
            true,
          ),
        ) + 10,
      ),
    top: 16,
    bottom: size.height - 38,
  };
  const x = scale([0, 1], [box.left, box.right]);
  const y = scale([marks[0]!, marks.at(-1)!], [box.bottom, box.top]);
  return { marks, box, x, y, place: (dots: readonly Dot[]): Point[] => dots.map((dot) => ({ x: x(dot.at), y: y(dot.value) })) };
}
