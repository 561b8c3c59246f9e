import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';
import { freshDatabase } from '#test/support/database.ts';
import { furnishOffice } from '#test/support/office.ts';
import { beatInput } from './device.input.ts';
import { keepBeat, watchScreens } from './beats.ts';
import { addScreenGroup } from './groups.ts';
import { beginPairing } from './pairing.ts';
import { adoptScreen, getScreen, listScreens } from './screens.ts';
import { adoptionInput, newGroupInput } from './screens.input.ts';

const { primary: db } = await freshDatabase();
/** Ten in the morning in Bogotá. */
const morning = Date.parse('2026-11-18T15:00:00Z');
const at = (minutes: number) => commandContext(db, system, new Date(morning + minutes * 60_000), () => []);
let people: Awaited<ReturnType<typeof furnishOffice>>['people'];

beforeAll(async () => {
  ({ people } = await furnishOffice(db));
});

async function hung(name: string, hours = {}): Promise<number> {
  const group = newGroupInput.parse({ name: `Grupo de ${name}`, responsible: people.editor, ...hours });
  const { id } = accepted(await addScreenGroup(at(0), group));
  const { code } = accepted(await beginPairing(at(0), { width: 0, height: 0 }));
  return accepted(await adoptScreen(at(0), adoptionInput.parse({ code, name, orientation: 'lying', group: id }))).id;
}

const notices = async (id: number) =>
  db
    .selectFrom('notifications')
    .select(['person_id', 'facts', 'read_at'])
    .where('kind', '=', 'screen.silent')
    .where('subject_id', '=', String(id))
    .execute();

test('who answers for a screen is told once that it fell silent, and it waits no more when the screen is back', async () => {
  const id = await hung('Hall');
  const beat = beatInput.parse({});
  expect((await getScreen(at(0), id)).state).toBe('new');
  await keepBeat(at(0), id, beat);
  expect((await getScreen(at(1), id)).state).toBe('showing');
  expect(await watchScreens(at(4))).toBe(0);
  expect((await getScreen(at(4), id)).state).toBe('silent');
  expect(await watchScreens(at(6))).toBe(1);
  expect(await watchScreens(at(7))).toBe(0);
  expect(await notices(id)).toEqual([expect.objectContaining({ person_id: people.editor, read_at: null })]);
  await keepBeat(at(9), id, beat);
  expect((await notices(id))[0]!.read_at).not.toBeNull();
  expect(await watchScreens(at(10))).toBe(0);
  expect(await watchScreens(at(20))).toBe(1);
});

test('outside of the hours of its group silence is no fault', async () => {
  const id = await hung('Noche', { onFrom: '22:00', onUntil: '06:00' });
  await keepBeat(at(0), id, beatInput.parse({}));
  expect(await watchScreens(at(60))).toBe(0);
  expect((await getScreen(at(60), id)).state).toBe('off');
  expect((await listScreens(at(60), { page: 1, state: 'off' })).screens.map(({ name }) => name)).toEqual(['Noche']);
  // At eleven at night it should be on.
  expect(await watchScreens(at(13 * 60))).toBe(1);
});
