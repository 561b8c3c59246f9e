import type { Problem } from '#ui/field.tsx';

/** How a request of the desk ended. `away`: the network or the house does not answer; `gone`: not there, or not one's to write. */
export type Answered<T> =
  | { readonly ended: 'well'; readonly value: T }
  | { readonly ended: 'refused'; readonly refusal: Problem }
  | { readonly ended: 'nothing' | 'signed_out' | 'away' | 'gone' };

/** Sends something as JSON to one of the desk's addresses, or asks one when there is nothing to send. */
export async function ask<T>(path: string, said?: object, leaving = false): Promise<Answered<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...(said ? { method: 'POST', body: JSON.stringify(said) } : {}),
      headers: { accept: 'application/json', ...(said ? { 'content-type': 'application/json' } : {}) },
      redirect: 'manual',
      keepalive: leaving,
    });
  } catch {
    return { ended: 'away' };
  }
  // Without a session the house leads to the sign-in, which a script sees as an opaque redirection.
  if (response.type === 'opaqueredirect' || response.status === 302) return { ended: 'signed_out' };
  if (response.status === 204) return { ended: 'nothing' };
  if (response.status === 403 || response.status === 404) return { ended: 'gone' };
  if (response.status >= 500) return { ended: 'away' };
  const value = (await response.json()) as T & { refusal?: Problem };
  return response.ok ? { ended: 'well', value } : { ended: 'refused', refusal: value.refusal! };
}
