import type { ReactNode } from 'react';

export interface Moment {
  readonly key: string | number;
  readonly what: ReactNode;
  readonly more?: ReactNode;
  readonly when: ReactNode;
  readonly now?: boolean;
}

/** What happened, newest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map((moment) => (
        <li key={moment.key} className={moment.now ? 'now' : undefined}>
          <p>
            {moment.what}
            {moment.more && <small>{moment.more}</small>}
          </p>
          <time>{moment.when}</time>
        </li>
      ))}
    </ol>
  );
}

export interface Step {
  readonly name: string;
  readonly more?: ReactNode;
  readonly stage: 'done' | 'current' | 'ahead';
}

export function Steps({ steps, across = false }: { steps: readonly Step[]; across?: boolean }) {
  return (
    <ol className={across ? 'steps across' : 'steps'}>
      {steps.map((step) => (
        <li
          key={step.name}
          className={step.stage === 'done' ? 'done' : undefined}
          aria-current={step.stage === 'current' ? 'step' : undefined}
        >
          <b>{step.name}</b>
          {step.more && <span>{step.more}</span>}
        </li>
      ))}
    </ol>
  );
}

/** How far it is (fill) against how far it should be today (tick); both 0–100. */
export function Progress({ at, due, label }: { at: number; due?: number | null; label: string }) {
  const inside = (value: number) => Math.max(0, Math.min(100, value));
  return (
    <svg className="progress" role="img" aria-label={label}>
      <rect className="whole" y="29%" width="100%" height="42%" />
      <rect className="at" y="29%" width={`${inside(at)}%`} height="42%" />
      {due !== null && due !== undefined && <line className="due" x1={`${inside(due)}%`} x2={`${inside(due)}%`} y1="0" y2="100%" />}
    </svg>
  );
}
