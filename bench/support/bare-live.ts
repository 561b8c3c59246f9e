import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What anybody writes first: a set of answers that stay open, and a loop. Forked, it says its port, and tells all whenever it is sent a text. */
const clients = new Set<ServerResponse>();
const server = createServer((incoming, outgoing) => {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  outgoing.write(': open\n\n');
  clients.add(outgoing);
  incoming.once('close', () => clients.delete(outgoing));
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on('message', (asked: string) => {
  if (asked === 'memory') process.send!({ rss: process.memoryUsage().rss });
  else for (const client of clients) client.write(asked);
});
process.on('disconnect', () => process.exit());
