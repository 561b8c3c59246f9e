import { expect } from 'vitest';
import { endpoints } from '#doors/api/endpoints.ts';
import type { Endpoint } from '#doors/api/endpoint.ts';

/** The endpoints whose answers were held by this process. */
export const held = new Set<Endpoint>();

const patterns = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

export function endpointOf(method: string, path: string): Endpoint | undefined {
  const bare = path.split('?')[0]!;
  const fits = patterns.filter(({ endpoint, pattern }) => endpoint.method === method.toLowerCase() && pattern.test(bare));
  // `/plans/import` is no plan.
  return fits.toSorted((one, other) => one.endpoint.path.split('{').length - other.endpoint.path.split('{').length)[0]?.endpoint;
}

/** Holds an answer of the API to what its endpoint says that it answers: every field, and no other. `path` is below /api/v1. */
export function holdAnswer(method: string, path: string, status: number, body: unknown): void {
  const endpoint = endpointOf(method, path);
  if (endpoint === undefined || status >= 400) return;
  const name = `${endpoint.method} ${endpoint.path}`;
  held.add(endpoint);
  if (endpoint.answer === null) return expect([name, status, body]).toEqual([name, 204, null]);
  const parsed = endpoint.answer.safeParse(body);
  const wrong = parsed.error?.issues.map(
    ({ path, message }) => `${path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')}: ${message}`,
  );
  expect([...new Set(wrong)], `the answer of ${name} is not what its endpoint says`).toEqual([]);
}
