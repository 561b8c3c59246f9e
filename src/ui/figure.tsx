import type { ReactNode } from 'react';

/** A headline figure with its unit; what it is compared with goes beside it. */
export function Figure({ value, unit, more, big = false }: { value: ReactNode; unit?: ReactNode; more?: ReactNode; big?: boolean }) {
  return (
    <p className={big ? 'figure big' : 'figure'}>
      <b>
        {value}
        {unit && <span>{unit}</span>}
      </b>
      {more && <small>{more}</small>}
    </p>
  );
}
