import { noteShown } from '#domains/editorial/index.ts';
import type { Visit } from '#platform/http/visit.ts';

type AnswerPage = (request: Request, visit: Visit) => Promise<Response>;

/** Who is in a piece is no look at it. */
const ofPiece = /^\/(?:workspace\/pieces|(?:intranet\/)?preview)\/(\d{1,15})(?!\/presence)(?:[/.]|$)/i;
const ofRequest = /^\/(?:workspace|intranet)\/requests\/(\d{1,15})(?:[/.]|$)/i;

/** Every page of a piece or a request, and its data, as it is answered: a look at what is secret is in the audit log before it leaves. */
export function looked(answer: AnswerPage): AnswerPage {
  return async (request, visit) => {
    const response = await answer(request, visit);
    if (request.method !== 'GET' || response.status !== 200) return response;
    // Addresses are found by what their letters stand for, so are looks: `/%77orkspace` is `/workspace`. One that stands for none was not found.
    const path = decodeURIComponent(new URL(request.url).pathname);
    const [piece, asked] = [ofPiece.exec(path)?.[1], ofRequest.exec(path)?.[1]];
    if (piece) await noteShown(visit, 'piece', Number(piece));
    if (asked) await noteShown(visit, 'request', Number(asked));
    return response;
  };
}
