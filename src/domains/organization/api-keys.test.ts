import { beforeAll, describe, expect, it } from 'vitest';
import { system, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { may } from '#platform/http/policy.ts';
import { accepted, Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { issueKey, listKeys, withdrawKey } from './api-keys.ts';
import { leave } from './departures.ts';
import { addPerson } from './people.ts';
import { organizationPolicy } from './policy.ts';
import { identify } from './sessions.ts';

const database = await freshDatabase();
const now = new Date('2026-11-22T15:00:00Z');
const as = (actor: Actor, at = now) => commandContext(database.primary, actor, at, () => []);
const actorOf = async (bearer: string, at = now) => (await identify(database.primary, at, { bearer })).actor;

describe('a key for another system', () => {
  let esteban: Actor;
  beforeAll(async () => {
    await database.primary.insertInto('institution').values({ name: 'Puerto Claro', set_up_at: now }).execute();
    const person = { position: '', employment: 'servant', unit: null, language: 'es', roles: ['administrator'] } as const;
    const id = accepted(await addPerson(as(system), { ...person, name: 'Esteban Cogollo', email: 'esteban.cogollo@puertoclaro.gov.co' }));
    await addPerson(as(system), { ...person, name: 'Otra', email: 'otra@puertoclaro.gov.co' });
    esteban = { kind: 'person', id, name: 'Esteban Cogollo', grants: [{ role: 'administrator', unit: null, units: [] }] };
  });
  const issue = async (expires: string | null = null) =>
    accepted(await issueKey(as(esteban), { name: 'Tablero', scopes: ['plan:read'], expires_on: expires }));

  it('comes in with its scopes and in the name of who issued it', async () => {
    const { id, key } = await issue();
    const actor = await actorOf(key);
    expect(actor).toMatchObject({ kind: 'key', id: esteban.id, key: id, name: 'Tablero', scopes: ['plan:read'] });
    expect(may(actor, organizationPolicy['people.edit'])).toBe(false);
    expect(JSON.stringify(await database.primary.selectFrom('api_keys').selectAll().execute())).not.toContain(key.split('_')[2]);
  });

  it('is nobody with another secret, after it expires, or once withdrawn', async () => {
    const { id, key } = await issue('2026-12-31');
    expect((await actorOf(key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A'))).kind).toBe('nobody');
    expect((await actorOf(key, new Date('2027-01-01T04:00:00Z'))).kind).toBe('key');
    expect((await actorOf(key, new Date('2027-01-01T06:00:00Z'))).kind).toBe('nobody');
    await withdrawKey(as(esteban), id);
    expect((await actorOf(key)).kind).toBe('nobody');
  });

  it('notes its last use at most once a minute', async () => {
    const { id, key } = await issue();
    const used = async () => (await listKeys(as(esteban))).find((row) => row.id === id)?.last_used_at;
    await actorOf(key);
    await actorOf(key, new Date(now.getTime() + 30_000));
    expect(await used()).toEqual(now);
    await actorOf(key, new Date(now.getTime() + 61_000));
    expect(await used()).toEqual(new Date(now.getTime() + 61_000));
  });

  it('issues no keys, and ends when its issuer leaves', async () => {
    const { key } = accepted(await issueKey(as(esteban), { name: 'Todo', scopes: ['organization:write'], expires_on: null }));
    await expect(issueKey(as(await actorOf(key)), { name: 'Más', scopes: ['audit:read'], expires_on: null })).rejects.toThrow(Forbidden);
    await leave(as(system), esteban.id!, { successor: null });
    expect((await actorOf(key)).kind).toBe('nobody');
  });
});
