import { round } from './chart-scale.ts';

export interface Part { readonly name: string; readonly count: number; readonly tone: 'good' | 'warn' | 'bad' | 'accent' | 'idle' }

/** A whole in named pieces: one bar. The names and figures stand under it in the same order; a piece of nothing is not drawn. */
export function PartsOf({ parts, label }: { parts: readonly Part[]; label: string }) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0) || 1;
  let from = 0;
  return (
    <svg className="parts-of" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      {parts.filter(({ count }) => count > 0).map(({ name, count, tone }) => {
        const at = from;
        from += (count / whole) * 100;
        return <rect key={name} className={tone} x={round(at)} y="0" width={Math.max(0.4, round(from - at) - (from < 99.9 ? 0.3 : 0))} height="10"><title>{name}</title></rect>;
      })}
    </svg>
  );
}
