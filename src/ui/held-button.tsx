import { useId, type ReactNode } from 'react';

/** A button that cannot be pressed now, kept in sight with the reason beside it: dashed means not yet. */
export function HeldButton({ why, children }: { why: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <span className="held">
      <button type="button" className="button" aria-disabled="true" aria-describedby={id}>
        {children}
      </button>
      <small id={id}>{why}</small>
    </span>
  );
}
