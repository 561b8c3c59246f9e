import type { IncomingMessage, ServerResponse } from 'node:http';
import { visitInput, type Sender, type VisitIntake } from '#domains/metrics/index.ts';
import type { BareDoor, Passerby } from '#platform/http/server.ts';

const most = 16 * 1024;
const answers = { counted: 202, left_out: 204, foreign: 403, too_many: 429, full: 503 } as const;

/** Where the script on other sites sends what was looked at: only their own pages may, and it says nothing back. */
export function visits(intake: VisitIntake): BareDoor {
  return { path: '/hooks/visits', answer: (incoming, outgoing, who) => answer(intake, incoming, outgoing, who) };
}

async function answer(intake: VisitIntake, incoming: IncomingMessage, outgoing: ServerResponse, who: Passerby): Promise<void> {
  const origin = incoming.headers.origin ?? '';
  const end = (status: number, more: Record<string, string> = {}) => {
    outgoing.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store', vary: 'Origin', ...more }).end();
  };
  if (incoming.method !== 'POST' && incoming.method !== 'OPTIONS') return end(405, { allow: 'POST, OPTIONS' });
  // A body that is left unread would be taken for the next request.
  const refuse = (status: number) => end(status, { connection: 'close' });
  if (origin === '' || (origin !== 'null' && !(await intake.knows(origin)))) return refuse(403);
  const allowed: Record<string, string> =
    origin === 'null' ? {} : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
  if (incoming.method === 'OPTIONS')
    return end(204, {
      ...allowed,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '7200',
    });
  const body = await bounded(incoming);
  if (body === null) return refuse(413);
  const said = visitInput.safeParse(jsonOf(body));
  if (!said.success) return end(422, allowed);
  const taken = await intake.take(said.data, senderOf(incoming, origin, who)).catch(() => 'full' as const);
  end(answers[taken], { ...allowed, ...(taken === 'full' ? { 'retry-after': '5' } : {}) });
}

function senderOf({ headers }: IncomingMessage, origin: string, { address, visitor }: Passerby): Sender {
  const unseen = headers['sec-gpc'] === '1' || headers.dnt === '1';
  return { origin, address, browser: headers['user-agent'] ?? '', unseen, visitor };
}

/** The whole body; null when it is longer than what a page can have to say. */
function bounded(incoming: IncomingMessage): Promise<string | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return Promise.resolve(null);
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else done(null);
    });
    incoming.on('end', () => done(Buffer.concat(parts).toString('utf8')));
    incoming.on('error', failed);
    incoming.on('close', () => {
      if (!incoming.complete) failed(new Error('the sender went away'));
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
