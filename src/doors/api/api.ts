import { Hono, type Context } from 'hono';
import { noteShown } from '#domains/editorial/index.ts';
import { isFaulty } from '#domains/plan/index.ts';
import { isStale } from '#platform/stale.ts';
import { authorize, type Policy } from '#platform/http/policy.ts';
import { parse, problemsOf } from '#platform/http/form.ts';
import type { HouseEnv } from '#platform/http/server.ts';
import { perform, reading, type Visit } from '#platform/http/visit.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import type { Endpoint } from './endpoint.ts';
import { openApi } from './openapi.ts';

/** /api/v1: everything a person can do, by key. Each answer is guard → parse → policy → command → JSON. */
export function openApiDoor(endpoints: readonly Endpoint[], policy: Policy): Hono<HouseEnv> {
  const door = new Hono<HouseEnv>();
  const document = openApi(endpoints, policy);
  door.get('/openapi.json', (c) => c.json(document));
  for (const described of endpoints) {
    door.on(described.method.toUpperCase(), described.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answer(c, described, policy));
  }
  door.all('*', (c) => c.json({ error: { code: 'not_found' } }, 404));
  return door;
}

async function answer(c: Context<HouseEnv>, described: Endpoint, policy: Policy): Promise<Response> {
  const { visit } = c.var;
  if (visit.actor.kind === 'nobody' && policy[described.action]?.roles !== 'anyone') {
    return c.json({ error: { code: 'unauthorized', sentence: say(visit.locale)('api.needs_key') } }, 401, { 'www-authenticate': 'Bearer' });
  }
  authorize(visit.actor, policy, described.action);
  const given = await read(c, described);
  if (given === undefined) return c.json({ error: { code: 'bad_json', sentence: say(visit.locale)('api.bad_json') } }, 400);
  const input = described.input ? parse(described.input, given) : {};
  if (isRefusal(input)) return refused(c, visit, input);
  const request = c.req.raw;
  const result =
    described.method === 'get'
      ? await described.run({ ctx: reading(visit), visit, input, request })
      : await perform(visit, (ctx) => described.run({ ctx, visit, input, request }));
  if (isRefusal(result)) return refused(c, visit, result);
  for (const type of ['piece', 'request'] as const)
    if (described.method === 'get' && described.path.startsWith(`/${type}s/{${type}}`))
      await noteShown(visit, type, Number(c.req.param(type)));
  // What a key or a session may read is nobody else's to keep.
  c.header('cache-control', 'private, no-store');
  if (result instanceof Response) return result;
  if (result === undefined || result === null) return c.body(null, 204);
  return c.json(result as object, described.method === 'post' ? 201 : 200);
}

async function read(c: Context<HouseEnv>, described: Endpoint): Promise<Record<string, unknown> | undefined> {
  const beside = { ...c.req.query(), ...c.req.param() };
  if (described.method === 'get' || described.body !== undefined) return beside;
  const text = await c.req.text();
  if (text.length > 1_000_000) return undefined;
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...c.req.param() } : undefined;
  } catch {
    return undefined;
  }
}

/** A refusal as JSON: its code, its sentence in the language asked for, one problem for each field, each fault of a file, and both values of a stale form. */
function refused(c: Context, visit: Visit, refusal: Refusal): Response {
  const words = say(visit.locale);
  const told = ({ refused: code, details }: Refusal) => ({ code, sentence: words(`refusals.${code}`, details), details });
  const problems = Object.entries(problemsOf(refusal)).map(([field, problem]) => [field, told(problem)] as const);
  const faults = isFaulty(refusal)
    ? { faults: refusal.faults.map(({ code, details, at }) => ({ code, sentence: words(`refusals.${code}`, details), details, at })) }
    : {};
  const both = isStale(refusal) ? { revision: refusal.revision, conflicts: refusal.conflicts } : {};
  return c.json({ error: { ...told(refusal), fields: Object.fromEntries(problems), ...faults, ...both } }, 422);
}
