import { expect, it } from 'vitest';
import { addPerson, auditPage, createUnit, editPerson, personCard, renameUnit } from '#domains/organization/index.ts';
import { acting, system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { eventName, tellEntries } from './told-entries.ts';

const database = await freshDatabase();
const ctx = commandContext(database.primary, system, new Date('2026-11-22T15:00:00Z'), () => []);
const last = async (locale: 'es' | 'en' = 'es') => {
  const { entries } = await auditPage(ctx, {});
  return (await tellEntries(ctx, entries.slice(0, 1), say(locale), formatIn(locale)))[0]!;
};
const marcela = {
  name: 'Marcela Ospina',
  email: 'marcela.ospina@puertoclaro.gov.co',
  position: '',
  employment: 'servant',
  language: 'es',
} as const;

it('names who did it and to what, each with its page, and says what changed in words', async () => {
  await database.primary.insertInto('institution').values({ kind: 'Alcaldía de', name: 'Puerto Claro', set_up_at: ctx.now }).execute();
  const press = accepted(await createUnit(ctx, { name: 'Prensa', parent: null }));
  const id = accepted(await addPerson(ctx, { ...marcela, unit: press, roles: [] }));
  const { person } = await personCard(ctx, id);
  const own = acting(ctx, { kind: 'person', id, name: 'Marcela Ospina', grants: system.grants });
  await editPerson({ ...own, actor: system }, id, { ...marcela, employment: 'contractor', unit: press, version: person.version });
  expect(await last()).toMatchObject({
    sentence: `[Marcela Ospina](/workspace/settings/people/${id}) corrigió los datos de [Marcela Ospina](/workspace/settings/people/${id})`,
    changed: [{ field: 'Vinculación', before: 'servidor público', after: 'contratista' }],
  });
  expect((await last('en')).changed).toEqual([{ field: 'Employment', before: 'servant', after: 'contractor' }]);
});

it('takes no mark from what people wrote', async () => {
  const unit = accepted(await createUnit(ctx, { name: 'A [b](http://x.co) **c**', parent: null }));
  expect((await last()).sentence).toBe(`Pregón creó [A (b)(http://x.co) c](/workspace/settings/units/${unit})`);
  await renameUnit(ctx, unit, { name: 'Archivo', code: 'archivo', version: 1 });
  expect((await last()).changed).toContainEqual({ field: 'Nombre', before: 'A [b](http://x.co) **c**', after: 'Archivo' });
});

it('offers each event by its sentence without the names', () => {
  expect(eventName('version.approved', say('es'))).toBe('Aprobó la versión … de …');
  expect(eventName('session.opened', say('en'))).toBe('Came in');
});
