import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { approveVersion, draftVersion, importPlan, putInForce, submitVersion, versionTree, getPlan } from '#domains/plan/index.ts';
import { renameUnit } from '#domains/organization/index.ts';
import { parseDay } from '#platform/clock/day.ts';
import { accepted } from '#platform/refusal.ts';
import { type DraftedPlan, draftedPlan, fileOf, smallPlan } from '#test/support/drafted-plan.ts';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { planData } from './data/open-data.ts';

let house: OpenHouse;
let shown: DraftedPlan;
let hidden: number;
let indicator: number;
const formula = '=SUMA(A1)';

const inForce = async ({ version, as }: DraftedPlan, on = '2026-11-20') => {
  accepted(await submitVersion(as('julian'), { version }));
  accepted(await approveVersion(as('nidia'), { version }));
  accepted(await putInForce(as('marcela'), { version, on: parseDay(on) }));
};
beforeAll(async () => {
  house = await openTestHouse({ clock: () => new Date('2026-11-22T17:00:00Z') });
  const db = house.app.database.primary;
  await db
    .insertInto('institution')
    .values({ kind: 'Alcaldía de', name: 'Puerto Claro', govco_bar: true, email: 'contacto@puertoclaro.gov.co', set_up_at: new Date() })
    .execute();
  shown = await draftedPlan(db, {
    ...smallPlan,
    activities: smallPlan.activities.map((activity) => ({ ...activity, person: 'julian@puertoclaro.gov.co' })),
    indicators: smallPlan.indicators.map((one) => ({ ...one, unit: formula })),
  });
  await inForce(shown);
  hidden = accepted(
    await importPlan(shown.as('system'), {
      bytes: fileOf({
        ...smallPlan,
        plan: { ...smallPlan.plan, code: 'secreto', title: 'Plan secreto' },
        sections: smallPlan.sections.map((one) => ({ ...one, body: 'Nadie sabe del borrador.' })),
      }),
    }),
  ).plan;
  indicator = (await versionTree(shown.as('system'), shown.version)).find(({ kind }) => kind === 'indicator')!.item;
}, 60_000);

const pages = () => [
  '/',
  '/plan/pec',
  '/plan/pec/text',
  '/plan/pec/activities',
  '/plan/pec/activities?q=boletin&state=late',
  '/plan/pec/versions',
  `/plan/pec/indicators/${indicator}`,
  '/plan/pec/data',
  '/search?q=boletin',
  '/accessibility',
];
const files = () => [
  '/plan/pec/data.csv',
  '/plan/pec/data.json',
  '/plan/pec/data.xlsx',
  '/plan/pec/activities.csv',
  '/plan/pec/activities.xlsx',
  '/plan/pec/data.schema.json',
  `/plan/pec/indicators/${indicator}/data.csv`,
  '/plan/pec/plan.xlsx',
  '/plan/pec/plan.yaml',
  '/plan/pec/plan.pdf',
  '/plan/pec/plan.docx',
];

describe('every page', () => {
  test('answers without a script, an inline style or a mail of a person, in both languages', async () => {
    for (const path of pages())
      for (const language of ['es', 'en']) {
        const answer = await house.ask(path, { headers: { cookie: `lang=${language}` } });
        const html = await answer.text();
        expect([path, answer.status]).toEqual([path, 200]);
        expect(html).not.toMatch(/<script|\sstyle=|onclick=/);
        expect(html).not.toMatch(/julian@|nidia@|marcela@|Julián|Marcela|Nidia/);
        expect(html).not.toMatch(/>\s*(portal|ui)\.[a-z_.]+\s*</);
        expect(html).toMatch(/<html lang="(es-CO|en)"/);
        expect(html).toContain('<title>');
        expect(html.match(/<h1/g)).toHaveLength(1);
      }
  });

  test('is the same from the cache', async () => {
    const answers = await Promise.all([0, 1].map(async () => (await house.ask('/plan/pec')).text()));
    expect(answers[0]).toBe(answers[1]);
  });

  test('leads to the one plan in force', async () => {
    const answer = await house.ask('/plan');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/plan/pec']);
  });

  test('that is not there says so, within the frame, with a search', async () => {
    for (const path of ['/nada', '/plan/nada', '/plan/pec/indicators/999999', '/plan/pec/indicators/999999/data.csv']) {
      const answer = await house.ask(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const html = await (await house.ask('/nada')).text();
    expect(html).toContain('action="/search"');
    expect(html).toContain('Puerto Claro');
  });

  test('is found by search, with or without accents, and an empty search asks', async () => {
    expect(await (await house.ask('/search?q=bolet%C3%ADn')).text()).toContain(`/plan/pec/indicators/${indicator}`);
    expect(await (await house.ask('/search?q=zzzz')).text()).toContain('Nada de lo publicado');
    expect((await house.ask('/search')).status).toBe(200);
  });
});

describe('a draft', () => {
  test('is at no address, by code or by id', async () => {
    const ends = [
      '',
      '/text',
      '/activities',
      '/activities.csv',
      '/activities.xlsx',
      '/versions',
      '/data',
      '/data.csv',
      '/data.json',
      '/data.xlsx',
      '/data.schema.json',
      '/plan.pdf',
      '/plan.docx',
      '/plan.xlsx',
      '/plan.yaml',
      `/indicators/${indicator}`,
      `/indicators/${indicator}/data.csv`,
    ];
    for (const end of ends)
      for (const code of ['secreto', String(hidden)]) {
        expect([end, (await house.ask(`/plan/${code}${end}`)).status]).toEqual([end, 404]);
      }
    const everywhere = await Promise.all(
      [...pages(), '/sitemap.xml', '/search?q=secreto', '/search?q=borrador'].map(async (path) => (await house.ask(path)).text()),
    );
    expect(everywhere.join('')).not.toMatch(/Plan secreto|Nadie sabe del borrador|\/plan\/secreto/);
  });

  test('of a plan in force stays unseen until it rules, and then the kept page changes', async () => {
    const db = house.app.database.primary;
    const before = await (await house.ask('/plan/pec/text')).text();
    const draft = accepted(await draftVersion(shown.as('julian'), { plan: shown.plan }));
    const objective = (await versionTree(shown.as('julian'), draft.id)).find(({ kind }) => kind === 'objective')!;
    await db
      .updateTable('plan_rows')
      .set({ title: 'Título del borrador' })
      .where('version_id', '=', draft.id)
      .where('item_id', '=', objective.item)
      .execute();
    expect(await (await house.ask('/plan/pec/text')).text()).toBe(before);
    expect(await (await house.ask('/plan/pec/text?fresh')).text()).not.toContain('Título del borrador');
    const listened = new Promise<void>((done) => {
      house.app.listener.on('live', ({ topic }) => {
        if (topic === 'portal') done();
      });
    });
    await inForce({ ...shown, version: draft.id }, '2026-11-21');
    await listened;
    expect(await (await house.ask('/plan/pec/text')).text()).toContain('Título del borrador');
  });
});

describe('the picture of a page', () => {
  test('is named by the page, drawn in its words, and the same until they change', async () => {
    const html = await (await house.ask('/plan/pec/text')).text();
    expect(html).toContain(`<meta property="og:image" content="${house.origin}/og/plan~pec~text.png"/>`);
    expect(html).toContain('<meta property="og:image:width" content="1200"/>');
    const picture = await house.ask('/og/plan~pec~text.png');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(3_000);
    const etag = picture.headers.get('etag')!;
    expect((await house.ask('/og/plan~pec~text.png', { headers: { 'if-none-match': etag } })).status).toBe(304);
    for (const other of ['home', 'accessibility', `plan~pec~indicators~${indicator}`]) {
      expect([other, (await house.ask(`/og/${other}.png`)).status]).toEqual([other, 200]);
    }
  });

  test.each([
    'x.png',
    'plan~secreto.png',
    'plan~pec~secreto.png',
    'search~q.png',
    'news~no-existe.png',
    'plan~pec~text',
    'plan~pec~indicators~999.png',
  ])('is of no other page: %s', async (name) => {
    expect((await house.ask(`/og/${name}`)).status).toBe(404);
  });
});

describe('a kept page', () => {
  const told = () =>
    new Promise<void>((done) => {
      const listen = ({ topic }: { topic: string }) => {
        if (topic !== 'portal') return;
        house.app.listener.off('live', listen);
        done();
      };
      house.app.listener.on('live', listen);
    });

  test('shows a dependency at once by its new name', async () => {
    const db = house.app.database.primary;
    const { unit } = await getPlan(shown.as('system'), shown.plan);
    const { name, code, version } = await db
      .selectFrom('units')
      .select(['name', 'code', 'version'])
      .where('id', '=', unit)
      .executeTakeFirstOrThrow();
    await (await house.ask('/plan/pec/text')).text();
    let heard = told();
    await renameUnit(shown.as('system'), unit, { name: 'Oficina con otro nombre', code, version });
    await heard;
    expect(await (await house.ask('/plan/pec/text')).text()).toContain('Oficina con otro nombre');
    heard = told();
    await renameUnit(shown.as('system'), unit, { name, code, version: version + 1 });
    await heard;
  });
});

describe('open data', () => {
  test('may be read from any site, and is not sent twice', async () => {
    for (const path of files()) {
      const answer = await house.ask(path);
      await answer.arrayBuffer();
      expect([path, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([path, 200, '*']);
      const again = await house.ask(path, { headers: { 'if-none-match': answer.headers.get('etag')! } });
      expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
    }
  });

  test('as CSV has one row for each period of each figure, and no formula', async () => {
    const rows = parse(await (await house.ask('/plan/pec/data.csv')).text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(11);
    expect(rows[0]).toMatchObject({
      plan: 'pec',
      indicator: 'I1',
      frequency: 'month',
      starts_on: '2026-01-01',
      ends_on: '2026-01-31',
      light: 'off',
      unit: `'${formula}`,
    });
    expect(Object.values(rows[0]!).join('')).not.toContain('@puertoclaro');
  });

  test('as JSON has the shape that its schema says', async () => {
    const data: unknown = await (await house.ask('/plan/pec/data.json')).json();
    expect(planData.parse(data).indicators[0]).toMatchObject({ code: 'I1', unit: formula, target: 52 });
    expect(await (await house.ask('/plan/pec/data.schema.json')).json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });

  test('as a plan file names nobody', async () => {
    expect(await (await house.ask('/plan/pec/plan.yaml')).text()).not.toContain('@');
  });

  test('as PDF is tagged, in Spanish, and has a title', async () => {
    const pdf = Buffer.from(await (await house.ask('/plan/pec/plan.pdf')).arrayBuffer()).toString('latin1');
    for (const part of [
      '%PDF-1.7',
      '/Marked true',
      '/Lang (es-CO)',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /TOC',
      '/S /Table',
      '/S /TH',
      '/Scope /Column',
      '/Outlines',
    ])
      expect(pdf).toContain(part);
    expect(pdf).not.toMatch(/Helvetica/);
  });
});

describe('a preference', () => {
  test('is kept in a cookie, changes the page, and goes back to where it was', async () => {
    const answer = await house.ask('/preferences/larger?back=/plan/pec');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/plan/pec']);
    expect(answer.headers.get('set-cookie')).toMatch(/^prefs=larger;/);
    expect(await (await house.ask('/', { headers: { cookie: 'prefs=larger.contrast' } })).text()).toContain(
      'portal prefers-larger prefers-contrast',
    );
    expect((await house.ask('/preferences/larger', { headers: { cookie: 'prefs=larger.contrast' } })).headers.get('set-cookie')).toMatch(
      /^prefs=contrast;/,
    );
  });

  test('leads to no other house, and an unknown one is not found', async () => {
    expect((await house.ask('/preferences/en?back=//elsewhere.example')).headers.get('location')).toBe('/');
    expect((await house.ask('/preferences/blinking')).status).toBe(404);
  });
});
