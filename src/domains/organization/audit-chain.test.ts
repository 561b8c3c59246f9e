import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { system } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { freshDatabase } from '#test/support/database.ts';
import { verifyAudit } from './audit-chain.ts';

const database = await freshDatabase();

async function tell(db: Db, values: readonly unknown[]): Promise<void> {
  for (const value of values) {
    await db.transaction().execute((inside) =>
      commandContext(inside, system, new Date(), () => []).tell({
        name: 'unit.renamed',
        subject: { type: 'unit', id: 1 },
        after: value,
      }),
    );
  }
}

/** As the owner of the database: what a program cannot do, a person with its password can. */
async function tamper(statement: string): Promise<void> {
  await database.primary.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await sql.raw(statement).execute(db);
    await sql`set session_replication_role = origin`.execute(db);
  });
}

describe('the chain of the audit log', () => {
  beforeEach(async () => {
    await tamper('truncate audit_chain, audit_entries restart identity cascade');
    await tell(database.primary, [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  });

  it('holds when nobody touched it, and says its head', async () => {
    const { faults, entries, head } = await verifyAudit(database.primary);
    expect({ faults, entries }).toEqual({ faults: [], entries: 4 });
    await tell(database.primary, [{ n: 5 }]);
    expect((await verifyAudit(database.primary, head!)).faults).toEqual([]);
  });

  it('refuses to be changed by the program', async () => {
    await expect(sql`update audit_entries set action = 'x'`.execute(database.primary)).rejects.toThrow('append-only');
    await expect(sql`truncate audit_chain`.execute(database.primary)).rejects.toThrow('append-only');
  });

  it('shows an entry that was changed', async () => {
    await tamper(`update audit_entries set after = '{"n": 20}' where id = 2`);
    expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'changed', entry: 2 }]);
  });

  it('shows the entry after one that was changed together with its hash', async () => {
    await tamper(`update audit_entries set actor_name = 'Otro' where id = 2`);
    await tamper(
      `update audit_chain c set hash = audit_hash((select hash from audit_chain where position = 1), e) from audit_entries e where c.position = 2 and e.id = 2`,
    );
    expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'changed', entry: 3 }]);
  });

  it('shows an entry that was removed, with its link and without it', async () => {
    await tamper('delete from audit_entries where id = 3');
    expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'removed', from: 3, to: 3 }]);
    await tamper('delete from audit_chain where entry_id = 3');
    expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'removed', from: 3, to: 3 }]);
  });

  it('shows an entry that was put in', async () => {
    await tamper(
      `insert into audit_entries (at, actor_kind, actor_name, action, subject_type, subject_id) values (now(), 'person', 'Marcela Ospina', 'plan.approved', 'plan', '1')`,
    );
    expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'inserted', entry: 5 }]);
  });

  it('shows that its end was cut only to who kept its head', async () => {
    const { head } = await verifyAudit(database.primary);
    await tamper('delete from audit_chain where position = 4; delete from audit_entries where id = 4');
    expect((await verifyAudit(database.primary)).faults).toEqual([]);
    expect((await verifyAudit(database.primary, head!)).faults).toEqual([{ kind: 'cut', head }]);
  });

  it('breaks at every entry that is changed, whatever was told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 6 }), fc.nat(), async (values, at) => {
        await tamper('truncate audit_chain, audit_entries restart identity cascade');
        await tell(database.primary, values);
        expect((await verifyAudit(database.primary)).faults).toEqual([]);
        const entry = (at % values.length) + 1;
        await tamper(`update audit_entries set subject_id = subject_id || '0' where id = ${entry}`);
        expect((await verifyAudit(database.primary)).faults).toEqual([{ kind: 'changed', entry }]);
      }),
      { numRuns: 15 },
    );
  });
});
