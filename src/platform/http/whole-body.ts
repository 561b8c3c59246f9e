type Body = string | Uint8Array<ArrayBuffer>;

const bodies = new WeakMap<Response, Body>();

/** An answer that is written already, and remembers it: whoever needs the body on its way need not read it as a stream. */
export function whole(body: Body, init: ResponseInit): Response {
  const response = new Response(body, init);
  bodies.set(response, body);
  return response;
}

/**
 * The same with the body only beside it, for React Router: it looks at the `body` of what it is given, and that alone makes a
 * stream of it. `poured` puts it in again.
 */
export function beside(body: Body, init: ResponseInit): Response {
  const response = new Response(null, init);
  bodies.set(response, body);
  return response;
}

export function poured(response: Response): Response {
  const body = bodies.get(response);
  return body === undefined ? response : whole(body, { status: response.status, headers: response.headers });
}

/** What was written; undefined for an answer that streams. */
export function bodyOf(response: Response): Body | undefined {
  return bodies.get(response);
}
