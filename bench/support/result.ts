/** One promise measured: `ratio` against a bare limit of the same run, and what it is made of. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly parts: Readonly<Record<string, number | string>>;
}

/** What a file of bench/ exports: its promise in words, and the measuring. */
export interface Bench {
  readonly promise: string;
  readonly run: () => Promise<Result>;
}
