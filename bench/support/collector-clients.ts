import { connect } from 'node:net';

/** What browsers do: each connection sends what a page looked at, waits until it is acknowledged, and sends the next. Forked, it says how many were. */
const [port = '0', host = '', site = '', many = '1', seconds = '5', connections = '256'] = process.argv.slice(2);
const paths = Array.from({ length: 200 }, (_, at) => `/seccion-${at % 8}/pagina-${at}`);
const referrers = ['', 'https://www.google.com/', 'https://l.facebook.com/', `https://${host}/`, 'https://www.eltiempo.com/nota', ''];
let number = Math.floor(Math.random() * 1e9);
let acknowledged = 0;
let refused = 0;
let more = true;

// Made once: what plays the browsers must leave the machine to what is measured.
const looked = Array.from({ length: 4_200 }, (_, number) =>
  JSON.stringify(
    Array.from({ length: Number(many) }, (__, at) => ({
      path: paths[(number * 7 + at) % paths.length],
      from: at === 0 ? referrers[number % referrers.length] : `https://${host}`,
    })),
  ),
);
const heads = `POST /hooks/visits HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://${host}\r\nContent-Type: text/plain;charset=UTF-8\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0\r\nX-Forwarded-For: 10.`;
const run = Math.random().toString(36).slice(2);

function message(): string {
  number += 1;
  const visitor = number % 20_000;
  const body = `{"site":"${site}","host":"${host}","id":"${number.toString(36)}-${run}","views":${looked[number % looked.length]}}`;
  return `${heads}${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

const one = () =>
  new Promise<void>((ended, failed) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(message(), 'latin1'));
    let heard = '';
    socket.setNoDelay(true);
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      if (!heard.endsWith('\r\n\r\n')) return;
      if (heard.startsWith('HTTP/1.1 202')) acknowledged += Number(many);
      else refused += 1;
      heard = '';
      if (more) socket.write(message(), 'latin1');
      else socket.end(ended);
    });
    socket.on('error', failed);
  });

const begun = performance.now();
setTimeout(() => (more = false), Number(seconds) * 1000);
await Promise.all(Array.from({ length: Number(connections) }, one));
process.send!({ acknowledged, refused, seconds: (performance.now() - begun) / 1000 });
process.disconnect();
