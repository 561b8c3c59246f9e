import { beforeAll, describe, expect, test } from 'vitest';
import { carryOutReactions } from '#platform/events/reactions.ts';
import { reactions } from '#wiring';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { addRow, workingPlan, type WorkingPlan } from '#test/support/working-plan.ts';

let house: OpenHouse;
let cast: Cast;
let plan: WorkingPlan;
let activity: number;
let indicator: number;
const now = new Date('2026-11-22T15:00:00Z');

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now });
  cast = await seatCast(house);
  const db = house.app.database.primary;
  plan = await workingPlan(db);
  activity = await addRow(db, plan, {
    kind: 'activity',
    title: 'Lanzar «Datos que cuidan»',
    number: '1.1.1',
    parent_id: plan.responsibility,
    unit_id: plan.units.prensa,
    person_id: cast.people.diego,
    ends_on: '2026-11-06',
  });
  indicator = await addRow(db, plan, {
    kind: 'indicator',
    title: 'Comunicados',
    parent_id: activity,
    targets: [{ starts_on: '2026-01-01', ends_on: '2026-12-31', value: 240 }],
  });
});

const page = async (path: string, as: Parameters<Cast['mail']>[0]) => {
  const answer = await house.ask(path, { as: cast.mail(as) });
  return {
    status: answer.status,
    text: (await answer.text())
      .replaceAll('<!-- -->', '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/[\s ]+/g, ' '),
  };
};

function form(fields: Record<string, string>, file?: string): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set('files', new File(['Acta de la reunión del 20 de noviembre: se lanzó la campaña.'], file, { type: 'text/plain' }));
  return body;
}

const send = (path: string, as: Parameters<Cast['mail']>[0], body: FormData) =>
  house.ask(path, { as: cast.mail(as), method: 'POST', body });

describe('who answers for an activity', () => {
  test('finds it late on his first page', async () => {
    const { status, text } = await page('/workspace', 'diego');
    expect(status).toBe(200);
    expect(text).toContain('Lanzar «Datos que cuidan»');
    expect(text).toContain('16 días tarde');
  });

  test('is told beside the field what is wrong, and what he typed stays', async () => {
    const answer = await send(
      `/workspace/activities/${activity}`,
      'diego',
      form({ periodStart: '2026-01-01', state: 'under_way', percent: '140', note: 'Faltan los afiches' }),
    );
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('Va de 0 a 100.');
    expect(text).toContain('Faltan los afiches');
    expect(text).toContain('value="140"');
  });

  test('reports it done with evidence, and the board of the head moves', async () => {
    expect((await page(`/workspace/plans/${plan.plan}`, 'marcela')).text).toMatch(/1 actividad va tarde/);
    const answer = await send(
      `/workspace/activities/${activity}`,
      'diego',
      form({ periodStart: '2026-01-01', state: 'done', percent: '100', note: 'Lanzada' }, 'acta.txt'),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/workspace/activities/${activity}?done=reported`]);
    expect((await page(`/workspace/activities/${activity}`, 'diego')).text).toContain('acta.txt');
    const board = await page(`/workspace/plans/${plan.plan}`, 'marcela');
    expect(board.text).not.toContain('actividad va tarde');
    expect(board.text).toContain('El plan va en 100 %');
  });
});

describe('a reading', () => {
  test('without evidence is refused beside the field', async () => {
    const answer = await send(
      `/workspace/indicators/${indicator}`,
      'julian',
      form({ intent: 'take', period: '2026-10-01/2026-10-31', value: '212' }),
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('toda medición lleva su evidencia');
  });

  test('is taken, accepted by someone else, and counts', async () => {
    const taken = await send(
      `/workspace/indicators/${indicator}`,
      'julian',
      form({ intent: 'take', period: '2026-10-01/2026-10-31', value: '212' }, 'relacion.txt'),
    );
    expect(taken.headers.get('location')).toContain('done=taken');
    expect((await page('/workspace', 'marcela')).text).toContain('la tomó Julián Restrepo');
    const { id } = await house.app.database.primary.selectFrom('readings').select('id').executeTakeFirstOrThrow();
    const own = await send(`/workspace/indicators/${indicator}`, 'julian', form({ intent: 'accepted', reading: String(id) }));
    expect([own.status, (await own.text()).includes('Usted la tomó; no la decide.')]).toEqual([422, true]);
    const accepted = await send(`/workspace/indicators/${indicator}`, 'marcela', form({ intent: 'accepted', reading: String(id) }));
    expect(accepted.headers.get('location')).toContain('done=accepted');
    expect((await page(`/workspace/indicators/${indicator}`, 'marcela')).text).toContain('La última medición, 212 , está como debía.');
  });

  test('is not taken by the auditor, who reads everything and changes nothing', async () => {
    expect((await page(`/workspace/indicators/${indicator}`, 'carmen')).text).toContain('Este indicador no está a su cargo.');
    expect(
      (
        await send(
          `/workspace/indicators/${indicator}`,
          'carmen',
          form({ intent: 'take', period: '2026-09-01/2026-09-30', value: '2' }, 'x.txt'),
        )
      ).status,
    ).toBe(403);
  });
});

describe('the board', () => {
  test('is taken away as CSV, as it is filtered', async () => {
    const answer = await house.ask(`/workspace/plans/${plan.plan}/export?format=csv&q=comunicados`, { as: cast.mail('marcela') });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(await answer.text()).toContain('Comunicados');
  });

  test.each(['/workspace/plans/999', '/workspace/plans/x', '/workspace/activities/999', '/workspace/indicators/0'])(
    '%s is not found',
    async (path) => {
      expect((await page(path, 'marcela')).status).toBe(404);
    },
  );
});

describe('who leaves', () => {
  test('hands the activities to the successor named at the door, with the trace; the head may name another', async () => {
    const away = await addRow(house.app.database.primary, plan, {
      kind: 'activity',
      title: 'Cuidar la cartelera',
      number: '1.1.2',
      parent_id: plan.responsibility,
      unit_id: plan.units.prensa,
      person_id: cast.people.diego,
    });
    const left = await send(
      `/workspace/settings/people/${cast.people.diego}`,
      'esteban',
      form({ intent: 'leave', successor: cast.people.julian }),
    );
    expect(left.status).toBe(302);
    await carryOutReactions(house.app.database, reactions, house.app.log, house.app.clock);
    expect((await page(`/workspace/activities/${away}`, 'marcela')).text).toMatch(/Pasó a cargo de Julián Restrepo/);
    expect((await page('/workspace', 'julian')).text).toContain('Cuidar la cartelera');
    const named = await send(`/workspace/activities/${away}`, 'marcela', form({ intent: 'assign', person: cast.people.rosa }));
    expect(named.headers.get('location')).toContain('done=assigned');
    expect((await page(`/workspace/activities/${away}`, 'marcela')).text).toMatch(
      /Pasó a cargo de Rosa Pautt .*Pasó a cargo de Julián Restrepo/,
    );
    expect((await send(`/workspace/activities/${away}`, 'carmen', form({ intent: 'assign', person: '' }))).status).toBe(403);
  });
});
