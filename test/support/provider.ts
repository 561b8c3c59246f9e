import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
}

export interface OpenProvider {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  close(): Promise<void>;
}

/** A real OpenID Connect provider on loopback, whose development pages take any name as the account's. */
export async function openProvider(accounts: readonly Account[], redirectUri: string): Promise<OpenProvider> {
  const server = createServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', () => listening());
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: 'pregon', secret: 'a-secret-of-this-test' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a-key-of-this-test'] },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const account = accounts.find(({ sub }) => sub === id);
      return account && { accountId: id, claims: () => ({ ...account }) };
    },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    client,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Walks the provider's pages as a browser does: gives the name, agrees, and stops at the address that comes back to us. */
export async function walkThrough(location: string, sub: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let response = await visit(location);
  for (let pages = 0; pages < 12; pages++) {
    const to = response.headers.get('location');
    if (to) {
      const url = new URL(to, response.url || location);
      if (url.href.startsWith(redirectUri)) return url;
      response = await visit(url.href);
      continue;
    }
    const page = await response.text();
    const form = /<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/s.exec(page);
    if (!form) throw new Error(page);
    const prompt = /name="prompt" value="(\w+)"/.exec(form[2]!)![1]!;
    response = await visit(form[1]!, new URLSearchParams({ prompt, login: sub, password: 'any' }));
  }
  throw new Error('the provider leads nowhere');

  async function visit(url: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie }, ...(body ? { method: 'POST', body } : {}) });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
