import type { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { Visit } from '#platform/http/visit.ts';

/** One line of the API: the guard, the documentation and the answer are drawn from it. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below /api/v1, with parameters as `{plan}`; each is a field of `input`. */
  readonly path: string;
  /** What it does, in English: it is documentation for developers. */
  readonly says: string;
  /** The action of the policy that it needs; its scope is what a key must have. */
  readonly action: string;
  /** Parameters, query and body as one shape: the command's own. */
  readonly input?: z.ZodObject;
  /** What the body is when it is not JSON. */
  readonly body?: 'file' | 'yaml-or-xlsx';
  /** All that the answer says, closed (`answers/`); null when there is nothing to say. Tests hold real answers to it. */
  readonly answer: z.ZodType | null;
  readonly run: (asked: Asked) => Promise<unknown>;
}

export interface Asked {
  readonly ctx: Ctx;
  readonly visit: Visit;
  readonly input: Readonly<Record<string, unknown>>;
  /** The raw request, for bodies that are not JSON. */
  readonly request: Request;
}

/** Writes one endpoint with the types of its own input. */
export function endpoint<S extends z.ZodObject>(
  described: Omit<Endpoint, 'input' | 'run'> & {
    readonly input?: S;
    readonly run: (asked: Omit<Asked, 'input'> & { readonly input: z.output<S> }) => Promise<unknown>;
  },
): Endpoint {
  return { ...described, run: (asked) => described.run(asked as Omit<Asked, 'input'> & { input: z.output<S> }) };
}
