import type { ReactNode } from 'react';

/** A form that stays folded until it is wanted, with or without script; open when the server answered it. */
export function Drawer({ name, open = false, children }: { name: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="drawer-fold" open={open}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
