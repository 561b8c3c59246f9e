import type { ReactNode } from 'react';
import { useWords } from './words.tsx';

interface Said {
  readonly tone?: 'good' | 'warn' | 'bad';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know before going on: a shape, a word for who hears the page, the fact, and what to do. */
export function Banner({ tone, title, children, action }: Said) {
  const { say } = useWords();
  return (
    <div className="banner" data-tone={tone} role="status">
      <p>
        <span className="sr">{say(`ui.banner.${tone ?? 'info'}`)} </span>
        {title && <b>{title}</b>}
        {children}
      </p>
      {action}
    </div>
  );
}

/** Nothing here yet: what will appear, and what to do. */
export function Empty({
  title,
  children,
  actions,
  slim = false,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  slim?: boolean;
}) {
  return (
    <div className={slim ? 'empty slim' : 'empty'}>
      <b>{title}</b>
      {children && <p>{children}</p>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}
