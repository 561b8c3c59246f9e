import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted, isRefusal } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { addPerson } from './people.ts';
import { findUnits, unitOptions, unitTree } from './unit-tree.ts';
import { selectRecomputedAncestors } from './unit-tree.queries.ts';
import { appoint, closeUnit, createUnit, moveUnit, renameUnit, shiftUnit } from './units.ts';

const database = await freshDatabase();
const ctx = commandContext(database.primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
const unit = async (name: string, parent: number | null = null) => accepted(await createUnit(ctx, { name, parent }));

describe('the tree of dependencies', () => {
  it('gives a code made from the name, and another when it is taken', async () => {
    await unit('Oficina Jurídica');
    await unit('Oficina Jurídica');
    expect((await findUnits(ctx, 'oficina juridica')).map(({ code }) => code)).toEqual(['oficina-juridica', 'oficina-juridica-2']);
  });

  it('refuses a circle beside the field', async () => {
    const top = await unit('Secretaría General');
    const below = await unit('Talento Humano', top);
    expect(await moveUnit(ctx, top, { parent: below })).toMatchObject({ refused: 'unit.cycle', field: 'parent' });
    expect(await moveUnit(ctx, top, { parent: top })).toMatchObject({ refused: 'unit.cycle' });
  });

  it('keeps its order, its head and its liaison', async () => {
    const top = await unit('Despacho de la Alcaldía');
    const first = await unit('Oficina de Prensa', top);
    const second = await unit('Protocolo', top);
    await shiftUnit(ctx, second, { direction: 'up' });
    const head = accepted(
      await addPerson(ctx, {
        name: 'Marcela Ospina',
        email: 'marcela.ospina@puertoclaro.gov.co',
        position: '',
        employment: 'servant',
        unit: first,
        language: 'es',
        roles: [],
      }),
    );
    await appoint(ctx, first, { head, liaison: null });
    const { units } = await unitTree(ctx);
    const below = units.filter(({ parent_id }) => parent_id === top);
    expect(below.map(({ name, head: who, people }) => [name, who, people])).toEqual([
      ['Protocolo', null, 0],
      ['Oficina de Prensa', 'Marcela Ospina', 1],
    ]);
    expect(units.find(({ id }) => id === top)).toMatchObject({ people: 1, children: 2, depth: 0 });
  });

  it('closes only when nobody and nothing is in it', async () => {
    const top = await unit('Secretaría de Salud');
    const below = await unit('Salud Pública', top);
    expect(await closeUnit(ctx, top)).toMatchObject({ refused: 'unit.not_empty', details: { children: 1, people: 0 } });
    await closeUnit(ctx, below);
    await closeUnit(ctx, top);
    expect((await unitOptions(ctx)).some(({ id }) => id === top)).toBe(false);
  });

  it('says that somebody else saved it meanwhile', async () => {
    const id = await unit('Archivo');
    await renameUnit(ctx, id, { name: 'Archivo Central', version: 1 });
    expect(await renameUnit(ctx, id, { name: 'Archivo General', version: 1 })).toMatchObject({
      refused: 'form.stale',
      details: { who: 'Pregón' },
    });
  });

  it('is found without accents and with a wrong letter', async () => {
    await unit('Secretaría de Planeación');
    expect((await findUnits(ctx, 'planeasion')).map(({ name }) => name)).toContain('Secretaría de Planeación');
  });

  it('keeps the ancestors of every unit right whatever moves', async () => {
    const move = fc.record({ kind: fc.constantFrom('create', 'move'), one: fc.nat(40), other: fc.option(fc.nat(40)) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
        await database.primary.transaction().execute(async (db) => {
          const inside = commandContext(db, system, ctx.now, () => []);
          const ids: number[] = [];
          for (const { kind, one, other } of moves) {
            const parent = other === null || ids.length === 0 ? null : ids[other % ids.length]!;
            if (kind === 'create' || ids.length === 0) ids.push(accepted(await createUnit(inside, { name: `Unidad ${one}`, parent })));
            else {
              const result = await moveUnit(inside, ids[one % ids.length]!, { parent });
              if (isRefusal(result)) expect(result.refused).toBe('unit.cycle');
            }
          }
          const kept = await db.selectFrom('unit_ancestors').selectAll().orderBy('unit_id').orderBy('ancestor_id').execute();
          expect(kept).toEqual(await selectRecomputedAncestors(db));
        });
      }),
      { numRuns: 25 },
    );
  });
});
