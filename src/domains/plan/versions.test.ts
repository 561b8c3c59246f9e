import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '#platform/clock/day.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/db/database.ts';
import { accepted, Forbidden, isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type DraftedPlan, draftedPlan } from '#test/support/drafted-plan.ts';
import { allows, type MoveName, moves } from './moves.ts';
import { states, type State } from './plan.ts';
import { getVersion, planInForce, versionTree } from './reading.ts';
import { editRow } from './rows.ts';
import { approveVersion, closeVersion, draftVersion, listMoves, putInForce, returnVersion, submitVersion } from './versions.ts';

let database: Database;
let plan: DraftedPlan;
const day = parseDay('2026-11-20');

beforeAll(async () => {
  database = await freshDatabase();
  plan = await draftedPlan(database.primary);
});

const act: Record<MoveName, (ctx: Ctx, version: number) => Promise<unknown>> = {
  submit: (ctx, version) => submitVersion(ctx, { version }),
  return: (ctx, version) => returnVersion(ctx, { version, note: 'Faltan metas' }),
  approve: (ctx, version) => approveVersion(ctx, { version }),
  put_in_force: (ctx, version) => putInForce(ctx, { version, on: day }),
  close: (ctx, version) => closeVersion(ctx, { version, note: 'Terminó el periodo' }),
};

describe('the moves of a version', () => {
  const every = Object.keys(moves).flatMap((move) => states.map((state) => [move as MoveName, state] as const));

  test.each(every)('%s from %s', async (move, state) => {
    await undone(async (ctx) => {
      await reach(ctx, state);
      const result = await act[move](ctx, plan.version);
      expect(isRefusal(result)).toBe(!allows(move, state));
      expect((await getVersion(ctx, plan.version)).state).toBe(allows(move, state) ? moves[move].to : state);
    });
  });

  test('are only these', () => {
    expect(every.filter(([move, state]) => allows(move, state)).map((one) => one.join(' '))).toEqual([
      'submit draft',
      'return in_review',
      'return approved',
      'approve in_review',
      'put_in_force approved',
      'close draft',
      'close in_force',
    ]);
  });

  test('each leaves who, when, why and the hash of the content', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_review');
      const approval = accepted(
        await approveVersion({ ...ctx, actor: plan.as('nidia').actor }, { version: plan.version, note: 'Conforme' }),
      );
      const [submission, approved] = await listMoves(ctx, plan.plan);
      expect(approved).toMatchObject({ move: 'approve', personName: 'Nidia Arrieta', note: 'Conforme', sha256: approval.sha256 });
      expect(submission!.sha256).toBe(approval.sha256);
    }));

  test('returning and closing need a reason', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_review');
      expect(await returnVersion(ctx, { version: plan.version, note: ' ' })).toMatchObject({
        refused: 'version.needs_reason',
        field: 'note',
      });
    }));
});

describe('four eyes', () => {
  test('whoever wrote in the version does not approve it, and is told who can', () =>
    undone(async (ctx) => {
      const marcela = { ...ctx, actor: plan.as('marcela').actor };
      const [row] = await versionTree(ctx, plan.version);
      accepted(await editRow(marcela, { version: plan.version, item: row!.item, revision: 1, fields: { title: 'Informar a tiempo' } }));
      accepted(await submitVersion(marcela, { version: plan.version }));
      expect(await approveVersion(marcela, { version: plan.version })).toMatchObject({
        refused: 'plan.own_work',
        details: { who: 'Nidia Arrieta' },
      });
      expect(isRefusal(await approveVersion({ ...ctx, actor: plan.as('nidia').actor }, { version: plan.version }))).toBe(false);
    }));

  test('an editor may not approve at all', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_review');
      await expect(approveVersion({ ...ctx, actor: plan.as('julian').actor }, { version: plan.version })).rejects.toThrow(Forbidden);
    }));

  test('what changed after its approval does not come into force', () =>
    undone(async (ctx) => {
      await reach(ctx, 'approved');
      await ctx.db
        .updateTable('plan_rows')
        .set({ title: 'Cambiado por fuera' })
        .where('version_id', '=', plan.version)
        .where('kind', '=', 'indicator')
        .execute();
      expect(await putInForce(ctx, { version: plan.version, on: day })).toMatchObject({ refused: 'version.changed_since_approval' });
    }));
});

describe('the version in force', () => {
  test('is one: the next one closes it on the day it begins', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_force');
      const next = accepted(await draftVersion(ctx, { plan: plan.plan }));
      expect(next).toMatchObject({ number: 2, basedOn: plan.version });
      accepted(await submitVersion(ctx, { version: next.id }));
      accepted(await approveVersion(ctx, { version: next.id }));
      accepted(await putInForce(ctx, { version: next.id, on: parseDay('2026-11-22') }));
      expect(await getVersion(ctx, plan.version)).toMatchObject({ state: 'closed', inForceFrom: day, inForceUntil: '2026-11-22' });
      expect((await planInForce(ctx, 'pec'))?.version).toMatchObject({ number: 2, inForceFrom: '2026-11-22' });
    }));

  test('begins neither tomorrow nor before the one that rules', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_force');
      const next = accepted(await draftVersion(ctx, { plan: plan.plan }));
      accepted(await submitVersion(ctx, { version: next.id }));
      accepted(await approveVersion(ctx, { version: next.id }));
      expect(await putInForce(ctx, { version: next.id, on: parseDay('2026-11-23') })).toMatchObject({
        refused: 'version.future',
        field: 'on',
      });
      expect(await putInForce(ctx, { version: next.id, on: parseDay('2026-11-01') })).toMatchObject({
        refused: 'version.before_current',
        field: 'on',
      });
    }));

  test('is copied to the next draft: the same items, numbers and targets', () =>
    undone(async (ctx) => {
      await reach(ctx, 'in_force');
      const next = accepted(await draftVersion(ctx, { plan: plan.plan }));
      const said = async (version: number) =>
        (await versionTree(ctx, version)).map(({ item, number, title, targets }) => ({ item, number, title, targets }));
      expect(await said(next.id)).toEqual(await said(plan.version));
      expect(await draftVersion(ctx, { plan: plan.plan })).toMatchObject({ refused: 'version.already_open', details: { number: 2 } });
    }));
});

/** Runs in a transaction that is thrown away, as the system. */
async function undone(work: (ctx: Ctx) => Promise<void>): Promise<void> {
  class Undo extends Error {}
  await database.primary
    .transaction()
    .execute(async (db) => {
      const asked = plan.as('system');
      await work({ ...asked, db, tell: async () => undefined });
      throw new Undo();
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof Undo)) throw cause;
    });
}

async function reach(ctx: Ctx, state: State): Promise<void> {
  const road: Record<State, MoveName[]> = {
    draft: [],
    in_review: ['submit'],
    approved: ['submit', 'approve'],
    in_force: ['submit', 'approve', 'put_in_force'],
    closed: ['close'],
  };
  for (const move of road[state]) accepted(await act[move](ctx, plan.version));
}
