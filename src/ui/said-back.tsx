import type { ReactNode } from 'react';

/** Something to know before going on. */
export function Banner({ tone, title, children, action }: { tone?: 'good' | 'warn' | 'bad'; title?: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return <div className="banner" data-tone={tone} role="status"><p>{title && <b>{title}</b>}{children}</p>{action}</div>;
}

/** Nothing here yet: what will appear, and what to do. */
export function Empty({ title, children, actions, slim = false }: { title: ReactNode; children?: ReactNode; actions?: ReactNode; slim?: boolean }) {
  return <div className={slim ? 'empty slim' : 'empty'}><b>{title}</b>{children && <p>{children}</p>}{actions && <div className="actions">{actions}</div>}</div>;
}
