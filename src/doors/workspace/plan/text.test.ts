import { beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type OpenHouse } from '#test/support/house.ts';
import { type DraftedPlan, draftedPlan } from '#test/support/drafted-plan.ts';

let house: OpenHouse;
let plan: DraftedPlan;
let root: string;
const marcela = 'marcela@puertoclaro.gov.co';

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

describe('the text of a draft', () => {
  test('a section is added, put first and removed, without script', async () => {
    const version = String(plan.version);
    expect((await get(`${root}/text?add=section`)).text).toContain('name="kind"');
    const added = await post(`${root}/text?add=section`, {
      intent: 'add',
      version,
      kind: 'norms',
      title: 'Normas',
      body: 'Ley 1712 de 2014',
    });
    expect(added).toMatchObject({ status: 302, to: `${root}/text#normas` });
    const order = async () => [...(await get(`${root}/text`)).text.matchAll(/<section id="([a-z-]+)"/g)].map(([, id]) => id);
    expect(await order()).toEqual(['objetivo', 'normas', 'segments', 'channels']);
    expect(await post(`${root}/text`, { intent: 'place', version, section: 'normas', position: '1' })).toMatchObject({ status: 302 });
    expect(await order()).toEqual(['normas', 'objetivo', 'segments', 'channels']);
    expect(await post(`${root}/text`, { intent: 'remove', version, section: 'normas', revision: '1' })).toMatchObject({ status: 302 });
    expect(await order()).toEqual(['objetivo', 'segments', 'channels']);
    expect((await post(`${root}/text`, { intent: 'nada', version })).status).toBe(404);
  });

  test('publics and channels are added, written, moved and removed, unless something names them', async () => {
    const version = String(plan.version);
    const channel = { version, kind: 'channel' };
    const added = await post(`${root}/text?add=channel`, {
      ...channel,
      intent: 'coded.add',
      name: 'Emisora comunitaria',
      class: 'ATL',
      mode: 'offline',
      purpose: 'Llegar a las veredas',
    });
    expect(added.to).toBe(`${root}/text#channel-emisora-comunitaria`);
    const code = 'emisora-comunitaria';
    const twin = await post(`${root}/text?add=channel`, {
      ...channel,
      intent: 'coded.add',
      name: 'emisora Comunitária',
      class: 'ATL',
      mode: 'offline',
    });
    expect(twin).toMatchObject({ status: 422 });
    expect(twin.text).toContain('Ya hay uno que se llama');
    expect(await post(`${root}/text`, { ...channel, intent: 'coded.place', code, position: '1' })).toMatchObject({ status: 302 });
    const form = await get(`${root}/text?segment=servidores`);
    expect(form.text).toContain('Emisora comunitaria');
    const segment = {
      version,
      kind: 'segment',
      code: 'servidores',
      intent: 'coded.edit',
      revision: '1',
      name: 'Servidores',
      lists: 'channels',
    };
    expect(await post(`${root}/text?segment=servidores`, { ...segment, focus: 'De tú a tú', channels: code })).toMatchObject({
      status: 302,
    });
    expect((await get(`${root}/text`)).text.replaceAll('<!-- -->', '')).toContain('Por Emisora comunitaria');
    const stale = await post(`${root}/text?segment=servidores`, { ...segment, focus: 'Otra cosa', was: JSON.stringify({ focus: '' }) });
    expect(stale).toMatchObject({ status: 422 });
    expect(stale.text).toContain('Otra cosa');
    const named = await post(`${root}/text?channel=${code}`, { ...channel, intent: 'coded.remove', code, revision: '1' });
    expect(named).toMatchObject({ status: 422 });
    expect(named.text).toContain('Servidores');
    expect(
      await post(`${root}/text?segment=servidores`, { ...segment, revision: '2', focus: 'De tú a tú', channels: 'correo' }),
    ).toMatchObject({
      status: 302,
    });
    expect(await post(`${root}/text?channel=${code}`, { ...channel, intent: 'coded.remove', code, revision: '1' })).toMatchObject({
      status: 302,
      to: `${root}/text#channels`,
    });
    expect((await get(`${root}/text`)).text).not.toContain('Emisora comunitaria');
  });
});
