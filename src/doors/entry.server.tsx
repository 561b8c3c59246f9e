import { Writable } from 'node:stream';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { unsealed } from '#platform/http/door-build.ts';
import { visitContext } from '#platform/http/visit.ts';
import { beside } from '#platform/http/whole-body.ts';

/** Renders a page whole before it leaves: an error while rendering gets its status, and pages without script are complete. */
export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  return beside(isScripted(entry) ? await hydrated(request, entry, context) : plain(request, entry), { status, headers });
}

/** Whether script follows the page: its door's layout says so. */
function isScripted({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => (routeModules[route.id]?.handle as { script?: boolean } | undefined)?.script);
}

/** Without script there is nothing to hydrate: no data beside the HTML, and no marks in it. */
function plain({ url }: Request, entry: EntryContext): string {
  const drawn = { ...entry.staticHandlerContext, loaderData: unsealed(entry.staticHandlerContext.loaderData) };
  const context = { ...entry, staticHandlerContext: drawn, serverHandoffStream: undefined };
  return `<!DOCTYPE html>${renderToStaticMarkup(<ServerRouter context={context} url={url} />)}`;
}

function hydrated({ url }: Request, entry: EntryContext, context: RouterContextProvider): Promise<Uint8Array<ArrayBuffer>> {
  const { app, nonce, requestId } = context.get(visitContext);
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    const paper = new Writable({
      write(chunk: Uint8Array, _, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        resolve(Buffer.concat(chunks));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(<ServerRouter context={entry} url={url} nonce={nonce} />, {
      nonce,
      onAllReady: () => pipe(paper),
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
