import { expect, test } from 'vitest';
import { lockFounding } from '#domains/organization/index.ts';
import { openTestHouse } from '#test/support/house.ts';

const key = { SECRET_KEY: 'cuatro gatos cantan en la plaza del muelle' };
// The first Monday at work of a year, when its plan has nothing yet.
const clock = () => new Date('2027-01-04T14:00:00Z');
const one = await openTestHouse({ env: key, clock });
const other = await openTestHouse({ env: { ...key, DATABASE_URL: one.app.database.url }, clock });
const press = (house: typeof one) =>
  house.ask('/setup/demonstration', {
    method: 'POST',
    headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' },
  });
const led = ({ status, headers }: Response) => [status, headers.get('location')];

test('who asks for it while another process founds the house sees that, and the way on once it is over', async () => {
  expect(led(await one.ask('/setup/demonstration'))).toEqual([302, '/setup']);
  await other.app.database.primary.transaction().execute(async (db) => {
    expect(await lockFounding(db)).toBe(true);
    const page = await one.ask('/setup/demonstration');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('tarda menos de un minuto')]);
  });
  expect(led(await one.ask('/setup/demonstration'))).toEqual([302, '/setup']);
});

test('two processes asked at once load it once, and each leads to its door or to where one waits', async () => {
  const answers = await Promise.all([press(one), press(other), press(other)]);
  expect(answers.map(led)).toContainEqual([302, '/sign-in']);
  for (const answer of answers) expect(led(answer)).toEqual([302, expect.stringMatching(/^\/(sign-in|setup\/demonstration)$/)]);
  const { primary } = one.app.database;
  const { count } = await primary
    .selectFrom('events')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('name', '=', 'institution.set_up')
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
  expect(await primary.selectFrom('plan_versions').select('id').where('state', '=', 'in_force').execute()).toHaveLength(2);
  expect(led(await press(one))).toEqual([302, '/sign-in']);
}, 120_000);
