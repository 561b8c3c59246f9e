import autocannon from 'autocannon';

export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Asks one loopback address again and again for some seconds, from a thread of its own; `fresh` gives each request its own `[<id>]`. */
export async function load(
  url: string,
  {
    seconds = 5,
    connections = 10,
    headers = {},
    fresh = false,
  }: { seconds?: number; connections?: number; headers?: Record<string, string>; fresh?: boolean } = {},
): Promise<Load> {
  const { hostname } = new URL(url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) throw new Error(`a benchmark asks only this machine, not ${hostname}`);
  const result = await autocannon({ url, duration: seconds, connections, headers, workers: 1, idReplacement: fresh });
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    failed: result.non2xx + result.errors,
    seconds,
  };
}

/** Milliseconds of each of `times` calls one after the other, after some that warm up. */
export async function timed(times: number, call: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let warm = 0; warm < 5; warm++) await call();
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    await call();
    taken.push(performance.now() - started);
  }
  taken.sort((one, other) => one - other);
  const at = (share: number) => round(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))]!);
  return { p50: at(0.5), p95: at(0.95) };
}

export const round = (value: number, decimals = 2) => Math.round(value * 10 ** decimals) / 10 ** decimals;
