import { round } from './chart-scale.ts';

export interface Part {
  readonly name: string;
  readonly count: number;
  readonly tone: 'good' | 'warn' | 'bad' | 'accent' | 'idle';
}

/** A whole in named pieces: one bar. The names and figures stand under it in the same order; a piece of nothing is not drawn. */
export function PartsOf({ parts, label }: { parts: readonly Part[]; label: string }) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0) || 1;
  const share = (count: number) => (count / whole) * 100;
  const before = (index: number) => parts.slice(0, index).reduce((sum, { count }) => sum + share(count), 0);
  return (
    <svg className="parts-of" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.map(
        ({ name, count, tone }, index) =>
          count > 0 && (
            <rect key={name} className={tone} x={round(before(index))} y="0" width={round(Math.max(0.4, share(count) - 0.3))} height="10">
              <title>{name}</title>
            </rect>
          ),
      )}
    </svg>
  );
}
