import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublicAddress, lookOutside } from './outside.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const trust = (address: string) => address === '127.0.0.1';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('what answers', () => {
  test('is alive; what is not there is dead', async () => {
    const at = await serve((asked, answer) => answer.writeHead(asked.url === '/si' ? 200 : 404).end());
    expect(await lookOutside(`${at}/si`, { trust })).toEqual({ is: 'alive', status: 200 });
    expect(await lookOutside(`${at}/no`, { trust })).toEqual({ is: 'dead', status: 404 });
  });

  test('is asked whole when its server knows no HEAD, and without reading what it sends', async () => {
    const at = await serve((asked, answer) => {
      if (asked.method === 'HEAD') return void answer.writeHead(500).end();
      answer.writeHead(200);
      const more = setInterval(() => answer.write('x'.repeat(10_000)), 1);
      answer.on('close', () => clearInterval(more));
    });
    expect(await lookOutside(at, { trust })).toEqual({ is: 'alive', status: 200 });
  });

  test('is followed a few moves and no more', async () => {
    const at = await serve((asked, answer) => {
      const left = Number(asked.url!.slice(1));
      answer.writeHead(left === 0 ? 200 : 302, left === 0 ? {} : { location: `/${left - 1}` }).end();
    });
    expect(await lookOutside(`${at}/2`, { trust })).toEqual({ is: 'alive', status: 200 });
    expect(await lookOutside(`${at}/9`, { trust })).toEqual({ is: 'dead', problem: 'moves' });
  });

  test('too late is not known', async () => {
    const at = await serve(() => undefined);
    expect(await lookOutside(at, { trust, milliseconds: 80 })).toEqual({ is: 'unseen', problem: 'timeout' });
  });
});

describe('what lies within', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.8/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://017700000001/',
    'http://127.1/',
  ])('%s is not asked', async (address) => {
    expect(await lookOutside(address)).toEqual({ is: 'unseen', problem: 'inside' });
  });

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'gopher://127.0.0.1/', 'http://a:b@example.org/', 'http://example.org:25/', 'no'])(
    '%s is no address to ask',
    async (address) => {
      expect(await lookOutside(address)).toEqual({ is: 'unseen', problem: 'address' });
    },
  );

  test('is not reached by a move either', async () => {
    const at = await serve((_, answer) => answer.writeHead(302, { location: 'http://10.1.2.3/admin' }).end());
    expect(await lookOutside(at, { trust })).toEqual({ is: 'unseen', problem: 'inside' });
  });

  test('a number of the public net is none of them', () => {
    expect(['8.8.8.8', '2606:4700:4700::1111', '190.26.1.1'].every(isPublicAddress)).toBe(true);
    expect(['172.20.0.1', 'fd00::1', 'fe80::1', '::', 'no'].some(isPublicAddress)).toBe(false);
  });
});
