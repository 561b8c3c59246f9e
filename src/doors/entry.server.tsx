import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { visitContext } from '#platform/http/visit.ts';

/** Renders a page whole before it leaves: an error while rendering gets its status, and pages without script are complete. */
export default function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const visit = context.get(visitContext);
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={entry} url={request.url} nonce={visit.nonce} />, {
      nonce: visit.nonce,
      onAllReady() {
        const body = new PassThrough();
        headers.set('content-type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError: (cause) => visit.app.log.error({ err: cause, requestId: visit.requestId }, 'a page failed to render'),
    });
  });
}

export function handleError(cause: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  // Not there and not allowed are answers, not faults; and a visitor may go before the answer comes.
  if (request.signal.aborted || (isRouteErrorResponse(cause) && cause.status < 500)) return;
  const { app, requestId } = context.get(visitContext);
  app.log.error({ err: cause, requestId }, 'a page failed');
}
