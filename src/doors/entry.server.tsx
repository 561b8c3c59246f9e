import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { visitContext } from '#platform/http/visit.ts';

/** Renders a page whole before it leaves: an error while rendering gets its status, and pages without script are complete. */
export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(isScripted(entry) ? await hydrated(request, entry, context) : plain(request, entry), { status, headers });
}

/** Whether script follows the page: its door's layout says so. */
function isScripted({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => (routeModules[route.id]?.handle as { script?: boolean } | undefined)?.script);
}

/** Without script there is nothing to hydrate: no data beside the HTML, and no marks in it. */
function plain({ url }: Request, entry: EntryContext): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(<ServerRouter context={{ ...entry, serverHandoffStream: undefined }} url={url} />)}`;
}

function hydrated({ url }: Request, entry: EntryContext, context: RouterContextProvider): Promise<ReadableStream<Uint8Array>> {
  const { app, nonce, requestId } = context.get(visitContext);
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={entry} url={url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        resolve(createReadableStreamFromReadable(body));
        pipe(body);
      },
      onShellError: reject,
      onError: (cause) => app.log.error({ err: cause, requestId }, 'a page failed to render'),
    });
  });
}

export function handleError(cause: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  // Not there and not allowed are answers, not faults; and a visitor may go before the answer comes.
  if (request.signal.aborted || (isRouteErrorResponse(cause) && cause.status < 500)) return;
  const { app, requestId } = context.get(visitContext);
  app.log.error({ err: cause, requestId }, 'a page failed');
}
