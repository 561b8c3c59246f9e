import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { type DraftedPlan, draftedPlan } from '#test/support/drafted-plan.ts';
import { versionTree } from '#domains/plan/index.ts';

let house: OpenHouse;
let plan: DraftedPlan;
let root: string;
const marcela = 'marcela@puertoclaro.gov.co';
const nidia = 'nidia@puertoclaro.gov.co';

const get = async (path: string, as = marcela) => {
  const response = await house.ask(path, { as });
  return { status: response.status, text: await response.text() };
};
const post = async (path: string, fields: Record<string, string>, as = marcela) => {
  const response = await house.ask(path, { as, method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
};

beforeAll(async () => {
  house = await openTestHouse({ clock: () => new Date('2026-11-22T17:00:00Z') });
  const db = house.app.database.primary;
  await db.insertInto('institution').values({ name: 'Puerto Claro', kind: 'Alcaldía de', set_up_at: new Date() }).execute();
  plan = await draftedPlan(db);
  root = `/workspace/plans/${plan.plan}`;
}, 60_000);

test('the plans as they are found can be taken away', async () => {
  const all = await get('/workspace/plans/export?format=csv');
  expect(all.text.split('\n')[0]).toContain('Código');
  expect(all.text).toMatch(/Versión 1.*Borrador/);
  expect((await get('/workspace/plans/export?format=csv&q=nadie')).text.trim().split('\n')).toHaveLength(1);
  expect((await get('/workspace/plans')).text).toContain('/workspace/plans/export?format=xlsx');
});

describe('a plan begun with nothing', () => {
  test('is a draft to write in, and a wrong period loses nothing typed', async () => {
    const { id: unit } = await house.app.database.primary.selectFrom('units').select('id').executeTakeFirstOrThrow();
    const fields = { intent: 'begin', title: 'Plan de medios 2027', unit: String(unit), startsOn: '2027-01-01', endsOn: '2026-01-01' };
    const wrong = await post('/workspace/plans/new', fields);
    expect([
      wrong.status,
      wrong.text.includes('El último día va después del primero.'),
      wrong.text.includes('Plan de medios 2027'),
    ]).toEqual([422, true, true]);
    const begun = await post('/workspace/plans/new', { ...fields, endsOn: '2027-12-31' });
    expect(begun.to).toMatch(/^\/workspace\/plans\/\d+\/tree$/);
    expect((await get(begun.to!)).text).toContain('Plan de medios 2027');
    expect((await post('/workspace/plans/new', { ...fields, endsOn: '2027-12-31' })).to).not.toBe(begun.to);
    expect((await post('/workspace/plans/new', fields, nidia)).status).toBe(403);
  });
});

describe('the pages of a plan', () => {
  test.each(['', '/tree', '/timeline', '/calendar', '/calendar?view=list', '/text', '/versions'])(
    '%s opens with its voice',
    async (page) => {
      const { status, text } = await get(root + page);
      expect(status).toBe(200);
      expect(text).toMatch(/class="voice/);
      expect(text).not.toMatch(/>(plan|refusals|ui)\.[a-z_.]+</);
    },
  );

  test('the calendar goes from month to month by its address, within the plan, and is taken away', async () => {
    const { text } = await get(`${root}/calendar?month=2026-10`);
    expect(text.replaceAll('<!-- -->', '')).toContain('octubre de 2026');
    expect(text).toContain('href="/workspace/plans/1/calendar?month=2026-09"'.replace('/1/', `/${plan.plan}/`));
    expect((await get(`${root}/calendar?month=1999-01`)).text).not.toContain('rel="prev"');
    expect((await get(`${root}/calendar?month=2026-77&unit=x&day=y`)).status).toBe(200);
    expect((await get(`${root}/calendar/export?format=csv&month=2026-10`)).text).toContain('Plazo');
  });

  test('the tree works without script: a row opens its form by an address, and saving it comes back', async () => {
    const row = (await versionTree(plan.as('system'), plan.version)).find(({ code }) => code === 'A1')!;
    const { text } = await get(`${root}/tree?item=${row.item}`);
    expect(text).toContain('name="startsOn"');
    const fields = {
      intent: 'edit',
      version: String(plan.version),
      item: String(row.item),
      revision: '1',
      title: 'Enviar el boletín',
      endsOn: '2026-11-30',
    };
    expect(await post(`${root}/tree?item=${row.item}`, fields)).toMatchObject({ status: 302, to: `${root}/tree?item=${row.item}` });
    const refused = await post(`${root}/tree?item=${row.item}`, {
      ...fields,
      revision: '2',
      title: 'Enviar el boletín interno',
      endsOn: '2030-01-01',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Queda por fuera del plan');
    expect(refused.text).toContain('Enviar el boletín interno');
  });

  test('a stale form shows what the other saved, and saves over it when sent again', async () => {
    const row = (await versionTree(plan.as('system'), plan.version)).find(({ code }) => code === 'A1')!;
    const fields = {
      intent: 'edit',
      version: String(plan.version),
      item: String(row.item),
      revision: '1',
      title: 'Mandar el boletín',
      was: JSON.stringify({ title: 'Enviar el boletín interno' }),
    };
    const stale = await post(`${root}/tree?item=${row.item}`, fields);
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Marcela Ospina');
    const was = /name="was" value="([^"]*)"/.exec(stale.text)![1]!.replaceAll('&quot;', '"');
    expect(await post(`${root}/tree?item=${row.item}`, { ...fields, was })).toMatchObject({ status: 302 });
  });

  test('a section of the text is written in its place', async () => {
    const { text } = await get(`${root}/text?section=objetivo`);
    expect(text).toContain('name="body"');
    expect(
      await post(`${root}/text?section=objetivo`, {
        version: String(plan.version),
        section: 'objetivo',
        revision: '1',
        title: 'Objetivo',
        body: 'Que **todos** sepan.',
      }),
    ).toMatchObject({ status: 302, to: `${root}/text#objetivo` });
    expect((await get(`${root}/text`)).text).toContain('<strong>todos</strong>');
  });

  test('a version is submitted by who wrote it, approved by somebody else, put in force, and the next one compared', async () => {
    expect(await post(`${root}/versions/1/submission`, { note: '' })).toMatchObject({ status: 302 });
    const own = await post(`${root}/versions/1/approval`, { note: '' });
    expect(own.status).toBe(422);
    expect(own.text).toContain('Nidia Arrieta');
    expect((await get(`${root}/versions`)).text).toContain('aria-disabled="true"');
    expect(await post(`${root}/versions/1/approval`, { note: 'Conforme' }, nidia)).toMatchObject({ status: 302 });
    expect((await post(`${root}/versions/1/force`, { on: '2026-13-40', note: '' })).text).toContain('No es una fecha');
    expect(await post(`${root}/versions/1/force`, { on: '2026-11-20', note: '' })).toMatchObject({ status: 302 });
    expect(await post(`${root}/versions`, {})).toMatchObject({ status: 302 });
    expect((await get(`${root}/versions/2/differences`)).text).toContain('dicen lo mismo');
  });

  test('is given as files that come in again', async () => {
    expect((await get(`${root}/versions/1/file/yaml`)).text).toContain('code: pec');
    expect((await house.ask(`${root}/versions/1/file/xlsx`, { as: marcela })).headers.get('content-type')).toContain('spreadsheetml');
    expect((await house.ask('/workspace/plans/model.xlsx', { as: marcela })).status).toBe(200);
    expect((await get('/workspace/plans/templates/ministerio-tic')).text).toContain('code: pec-mintic');
    expect((await get('/workspace/plans/templates/passwd')).status).toBe(404);
  });
});

describe('uploading a plan', () => {
  const upload = async (content: string, name = 'plan.yaml') => {
    const body = new FormData();
    body.set('intent', 'preview');
    body.set('file', new File([content], name));
    const response = await house.ask('/workspace/plans/new', { as: marcela, method: 'POST', body });
    return { status: response.status, text: await response.text() };
  };

  test('shows first what it brings, then brings it', async () => {
    const { status, text } = await upload(readFileSync('templates/plans/oficina-informatica.yaml', 'utf8'));
    expect(status).toBe(200);
    expect(text).toContain('<b>26</b> actividades');
    const hidden = /<textarea[^>]*>([\s\S]*?)<\/textarea>/
      .exec(text)![1]!
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect((await post('/workspace/plans/new', { intent: 'import', text: hidden })).to).toMatch(/^\/workspace\/plans\/\d+\/tree$/);
  });

  test('of a wrong file lists every fault with its line', async () => {
    const { status, text } = await upload('plan:\n  code: X\n');
    expect(status).toBe(422);
    expect(text).toContain('línea 2');
    expect((await upload('')).text).toContain('Escoja el archivo');
  });
});
