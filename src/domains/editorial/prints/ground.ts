import type { Design } from './designs.ts';

/** What a sheet says by itself, in the institution's language. */
export interface PrintWords {
  readonly when: string;
  readonly where: string;
  readonly more: string;
  readonly code: string;
}

export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** How much larger the paper is than that of the design. */
  readonly scale: number;
  readonly design: Design;
  readonly fill: string;
  readonly onFill: string;
}

export const ink = '#1d2127';
export const quiet = '#565b63';
