import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { readConfig } from '#config';
import { openSession } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { openHouse, type House } from '../../src/main.ts';
import { closeAtTheEnd } from './closing.ts';
import { freshDatabase } from './database.ts';

export interface OpenHouse extends House {
  readonly origin: string;
  /** The cookie of a person with this mail, as if he had just come in. */
  cookieOf(email: string): Promise<string>;
  /** A request to a page or an API, never following redirects. */
  ask(path: string, init?: RequestInit & { as?: string }): Promise<Response>;
}

/** A whole Pregón on a database of its own, listening on a free port; closed after the tests of the file. */
export async function openTestHouse({ env = {}, clock }: { env?: Record<string, string>; clock?: () => Date } = {}): Promise<OpenHouse> {
  const { url } = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'pregon-house-'));
  const house = await openHouse(
    readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...env }),
    clock ? { clock } : {},
  );
  const server = house.server!;
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', () => listening());
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  closeAtTheEnd(async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const cookieOf = async (email: string) => {
    const person = await house.app.database.primary.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow();
    const { token } = await house.app.database.primary.transaction().execute((db) =>
      openSession(commandContext(db, system, house.app.clock(), house.app.owed), {
        person: person.id,
        device: 'test',
        secondFactor: false,
      }),
    );
    return `pregon=${token}`;
  };
  return {
    ...house,
    origin,
    cookieOf,
    ask: async (path, { as, headers, ...init } = {}) =>
      fetch(origin + path, {
        redirect: 'manual',
        ...init,
        headers: { ...(as ? { cookie: await cookieOf(as) } : {}), 'sec-fetch-site': 'same-origin', ...headers },
      }),
  };
}
