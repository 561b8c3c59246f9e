import { hash, randomBytes } from 'node:crypto';
import type { Typed } from './form.ts';
import type { Visit } from './visit.ts';

interface Sent {
  readonly visit: Visit;
  readonly request: Request;
  readonly typed: Typed;
}

const soon = 2_000;
/** Below it two strangers behind one address may well say the same: two votes are not one. */
const ownWords = 20;
const salt = randomBytes(16);
const sent = new Map<string, Promise<unknown>>();

/**
 * Without script, a double click sends a form twice and the browser shows the second answer. What the same visitor says again word for word
 * within two seconds is carried out once, and led to where the first was. Anything but a redirect changed nothing, and is asked again.
 */
export async function onceFor<T>(form: Sent, write: () => Promise<T>): Promise<T> {
  const key = keyOf(form);
  if (key === undefined) return write();
  const before = await sent.get(key)?.catch(() => undefined);
  if (isRedirect(before)) return new Response(null, before) as T;
  const writing = write();
  sent.set(key, writing);
  const forget = () => sent.get(key) === writing && sent.delete(key);
  writing.then(
    () => setTimeout(forget, soon).unref(),
    () => forget(),
  );
  return writing;
}

/** Undefined for what a script sent, which sends once by itself. */
function keyOf({ visit, request, typed }: Sent): string | undefined {
  if (request.headers.get('sec-fetch-mode') !== 'navigate') return undefined;
  const files = Object.values(typed.files).map((those) => those.map(({ name, size }) => [name, size]));
  const said = JSON.stringify([request.url, typed.fields, files]);
  if (visit.session === null && Object.values(typed.fields).flat().join('').length < ownWords) return undefined;
  const who = visit.session ?? visit.visitorKey(salt).toString('base64url');
  return `${who} ${hash('sha256', said, 'base64url')}`;
}

const isRedirect = (answer: unknown): answer is Response => answer instanceof Response && answer.status >= 300 && answer.status < 400;
