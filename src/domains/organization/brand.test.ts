import { describe, expect, it } from 'vitest';
import { system, type Actor } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { parse } from '#platform/http/form.ts';
import { Forbidden } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { editBrand } from './brand.ts';
import { brandShape } from './institution.input.ts';
import { institutionOf } from './institution.ts';

const database = await freshDatabase();
const as = (actor: Actor) => commandContext(database.primary, actor, new Date('2026-11-22T15:00:00Z'), () => []);
const brand = { kind: 'Alcaldía de', name: 'Puerto Claro', color: '#7A1530', language: 'es', zone: 'America/Bogota', version: '1' };
const typed = (change: Partial<Record<keyof typeof brand | 'email', string>> = {}) => brandShape.parse({ ...brand, ...change });

await database.primary.insertInto('institution').values({ name: 'Puerto Claro', set_up_at: new Date() }).execute();

describe('the brand of the institution', () => {
  it('is data, and its change is in the log with before and after', async () => {
    await editBrand(as(system), typed());
    expect(await institutionOf(as(system))).toMatchObject({ color: '#7a1530', kind: 'Alcaldía de', version: 2 });
    const { before, after } = await database.primary
      .selectFrom('audit_entries')
      .select(['before', 'after'])
      .where('action', '=', 'institution.edited')
      .executeTakeFirstOrThrow();
    expect([before, after]).toMatchObject([{ color: '#0943b5' }, { color: '#7a1530' }]);
  });

  it('is not overwritten by a form opened before somebody else saved', async () => {
    expect(await editBrand(as(system), typed({ name: 'Otro' }))).toMatchObject({ refused: 'form.stale', details: { who: 'Pregón' } });
  });

  it('is changed only by who administers', async () => {
    const editor: Actor = {
      kind: 'person',
      id: crypto.randomUUID(),
      name: 'Julián Restrepo',
      grants: [{ role: 'editor', unit: null, units: [] }],
    };
    await expect(editBrand(as(editor), typed({ version: '2' }))).rejects.toThrow(Forbidden);
  });

  it.each([
    ['color', 'rojo', 'input.color'],
    ['zone', 'Bogotá', 'input.zone'],
    ['email', 'contacto@', 'input.mail'],
    ['name', ' ', 'input.required'],
  ])('refuses a wrong %s beside the field', (field, value, code) => {
    expect(parse(brandShape, { ...brand, [field]: value })).toMatchObject({
      problems: { [field]: { refused: expect.stringMatching(new RegExp(`${code}|input.invalid_union`)) } },
    });
  });
});
