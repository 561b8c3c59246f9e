import { createServer, type AddressInfo } from 'node:net';

/**
 * A server that takes every mail as fast as it can and keeps none, in a process of its own: it says its port to whoever forked it, and
 * how many it took whenever it is asked.
 */
let taken = 0;
const end = Buffer.from('\r\n.\r\n');
const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  let reading = false;
  let kept: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    let rest = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    kept = Buffer.alloc(0);
    let answers = '';
    while (rest.length > 0) {
      if (reading) {
        const at = rest.indexOf(end);
        if (at < 0) {
          kept = Buffer.from(rest.subarray(Math.max(0, rest.length - end.length + 1)));
          break;
        }
        rest = rest.subarray(at + end.length);
        reading = false;
        taken++;
        answers += '250 kept\r\n';
        continue;
      }
      const at = rest.indexOf('\r\n');
      if (at < 0) {
        kept = Buffer.from(rest);
        break;
      }
      const command = rest.toString('latin1', 0, 4).toUpperCase();
      rest = rest.subarray(at + 2);
      if (command === 'EHLO') answers += '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n';
      else if (command === 'DATA') {
        answers += '354 go on\r\n';
        reading = true;
      } else answers += command === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n';
    }
    if (answers !== '') socket.write(answers);
  });
});
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send!({ taken }));
process.on('disconnect', () => process.exit());
