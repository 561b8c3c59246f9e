import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from '#platform/http/form.ts';
import { accepted, Forbidden, isRefusal, NotFound } from '#platform/refusal.ts';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { campaignActions, moveAction, planAction } from './campaign-actions.ts';
import { messageLines, placeLine, removeLine, writeLine } from './campaign-lines.ts';
import { listCampaigns } from './campaign-list.ts';
import { campaignReportPdf } from './campaign-report.ts';
import { noteResult } from './campaign-results.ts';
import { campaignSpends, noteSpend, voidSpend } from './campaign-spends.ts';
import {
  actionInput,
  campaignFilterInput,
  campaignInput,
  lineInput,
  newCampaignInput,
  resultInput,
  spendInput,
  voidSpendInput,
} from './campaigns.input.ts';
import { createCampaign, editCampaign, getCampaign, moveCampaign, writeCampaignReport } from './campaigns.ts';
import { publicCampaign, publicCampaigns } from './public-campaigns.ts';

const now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const db = house.app.database.primary;

const begin = async (name: string, more: Record<string, unknown> = {}) =>
  accepted(
    await createCampaign(
      cast.as('marcela'),
      newCampaignInput.parse({
        name,
        objective: 'Que nadie se quede sin cupo',
        scope: 'external',
        startsOn: '2026-11-01',
        endsOn: '2026-12-15',
        budget: '$ 20.000.000',
        ...more,
      }),
    ),
  ).id;
const plan = async (campaign: number, title: string, more: Record<string, unknown> = {}) =>
  accepted(
    await planAction(
      cast.as('julian'),
      actionInput.parse({
        campaign,
        title,
        class: 'ATL',
        mode: 'offline',
        channel: 'Radio',
        startsOn: '2026-11-05',
        endsOn: '2026-11-30',
        ...more,
      }),
    ),
  ).id;
const spend = (campaign: number, more: Record<string, unknown> = {}, by: Player = 'marcela') =>
  noteSpend(
    cast.as(by),
    spendInput.parse({
      campaign,
      supplier: 'Emisora Faro',
      contract: 'CPS-118-2026',
      concept: 'Pauta de 30 días',
      amount: '$ 7.600.000',
      spentOn: '2026-11-10',
      ...more,
    }),
  );
const payloads = async (name: string) => {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`select payload from events where name = ${name} order by id`.execute(db);
  return rows.map(({ payload }) => payload);
};

describe('a campaign', () => {
  test('begins as a draft of the writer’s dependency, with an address of its own', async () => {
    const [one, other] = [await begin('Matrículas 2027'), await begin('Matrículas 2027')];
    expect(await getCampaign(cast.as('carmen'), one)).toMatchObject({
      state: 'draft',
      code: 'matriculas-2027',
      unit: cast.units.prensa,
      budget: 20_000_000,
      owner: cast.people.marcela,
    });
    expect((await getCampaign(cast.as('carmen'), other)).code).toBe('matriculas-2027-2');
  });

  test('is written by the office, and read by who has a role in it', async () => {
    await expect(
      createCampaign(
        cast.as('rosa'),
        newCampaignInput.parse({
          name: 'Ajena',
          scope: 'internal',
          startsOn: '2026-11-01',
          endsOn: '2026-11-02',
          unit: cast.units.planeacion,
        }),
      ),
    ).rejects.toThrow(Forbidden);
    await expect(getCampaign(cast.as('diego'), await begin('De la oficina'))).rejects.toThrow(Forbidden);
    await expect(getCampaign(cast.as('rosa'), 999_999)).rejects.toThrow(NotFound);
  });

  test('does not end before it begins, and takes no other’s address', async () => {
    const backwards = newCampaignInput.parse({ name: 'Al revés', scope: 'external', startsOn: '2026-12-01', endsOn: '2026-11-01' });
    expect(await createCampaign(cast.as('marcela'), backwards)).toMatchObject({ refused: 'campaign.backwards' });
    const id = await begin('Otra');
    const { revision, ...rest } = await getCampaign(cast.as('marcela'), id);
    const input = campaignInput.parse({ ...rest, campaign: id, revision, code: 'matriculas-2027' });
    expect(await editCampaign(cast.as('marcela'), input)).toMatchObject({ refused: 'campaign.code_taken', field: 'code' });
    const internal = campaignInput.parse({ ...rest, campaign: id, revision, scope: 'internal', public: 'yes' });
    expect(await editCampaign(cast.as('marcela'), internal)).toMatchObject({ refused: 'campaign.internal_stays_in' });
    accepted(await editCampaign(cast.as('marcela'), campaignInput.parse({ ...rest, campaign: id, revision, name: 'Otra, mejor' })));
    expect(await editCampaign(cast.as('marcela'), campaignInput.parse({ ...rest, campaign: id, revision }))).toMatchObject({
      refused: 'form.stale',
    });
  });

  test('is designed once it says what for and what is done, and closed once nothing is left to do', async () => {
    const id = await begin('Faro limpio', { objective: '' });
    const move = (to: 'design' | 'start' | 'close' | 'cancel') => moveCampaign(cast.as('marcela'), { campaign: id, move: to });
    expect(await move('design')).toMatchObject({ refused: 'campaign.needs_objective' });
    const { revision, ...rest } = await getCampaign(cast.as('marcela'), id);
    accepted(
      await editCampaign(cast.as('marcela'), campaignInput.parse({ ...rest, campaign: id, revision, objective: 'Playa sin plástico' })),
    );
    expect(await move('design')).toMatchObject({ refused: 'campaign.needs_actions' });
    const action = await plan(id, 'Videos en la playa', { class: 'digital', mode: 'online' });
    expect(await move('start')).toMatchObject({ refused: 'campaign.cannot_move' });
    accepted(await move('design'));
    accepted(await move('start'));
    expect(await move('close')).toMatchObject({ refused: 'campaign.open_actions', details: { count: 1 } });
    accepted(await moveAction(cast.as('julian'), { campaign: id, id: action, state: 'done', note: '' }));
    accepted(await move('close'));
    expect(await move('cancel')).toMatchObject({ refused: 'campaign.cannot_move' });
    expect(await writeLine(cast.as('julian'), lineInput.parse({ campaign: id, line: 'Tarde' }))).toMatchObject({
      refused: 'campaign.ended',
    });
    const belongs = { campaign: id, unit: cast.units.prensa };
    expect((await payloads('campaign.designed')).at(-1)).toMatchObject({ scope: 'external', digital: 1, belongs });
    expect((await payloads('campaign.closed')).at(-1)).toMatchObject({ belongs });
    expect((await payloads('campaign.action_done')).at(-1)).toMatchObject({
      class: 'digital',
      mode: 'online',
      belongs: { classes: ['digital'] },
    });
  });
});

describe('its lines', () => {
  test('stand in their order, move by one and go from sight', async () => {
    const id = await begin('Líneas');
    const add = async (line: string) =>
      accepted(await writeLine(cast.as('julian'), lineInput.parse({ campaign: id, line, signs: 'en línea, ahorro' }))).id;
    const [one, two, three] = [await add('Uno'), await add('Dos'), await add('Tres')];
    accepted(await placeLine(cast.as('julian'), { campaign: id, id: three, up: true }));
    accepted(await removeLine(cast.as('julian'), { campaign: id, id: one }));
    accepted(await writeLine(cast.as('julian'), { ...lineInput.parse({ campaign: id, line: 'Dos, mejor' }), id: two }));
    const { lines } = await messageLines(cast.as('rosa'), id);
    expect(lines.map(({ line, signs }) => [line, signs])).toEqual([
      ['Tres', ['en línea', 'ahorro']],
      ['Dos, mejor', []],
    ]);
    const other = await begin('Otras líneas');
    expect(await removeLine(cast.as('julian'), { campaign: other, id: two })).toMatchObject({ refused: 'campaign.not_in_it' });
  });
});

describe('its actions', () => {
  test('lie within its days, are cancelled with a reason, and add up by class', async () => {
    const id = await begin('Acciones');
    const early = actionInput.parse({
      campaign: id,
      title: 'Antes',
      class: 'BTL',
      mode: 'offline',
      startsOn: '2026-10-01',
      endsOn: '2026-11-02',
    });
    expect(await planAction(cast.as('julian'), early)).toMatchObject({ refused: 'campaign.outside_dates', field: 'startsOn' });
    const radio = await plan(id, 'Cuña en tres emisoras');
    const street = await plan(id, 'Volante', { class: 'BTL' });
    expect(await moveAction(cast.as('julian'), { campaign: id, id: street, state: 'cancelled', note: '' })).toMatchObject({
      refused: 'campaign.needs_note',
    });
    accepted(await moveAction(cast.as('julian'), { campaign: id, id: street, state: 'cancelled', note: 'Llovió' }));
    accepted(await moveAction(cast.as('julian'), { campaign: id, id: radio, state: 'done', note: '' }));
    accepted(await spend(id, { action: String(radio) }));
    expect((await campaignActions(cast.as('rosa'), id)).sums).toEqual([
      { class: 'ATL', planned: 1, done: 1, spent: 7_600_000 },
      { class: 'BTL', planned: 0, done: 0, spent: 0 },
      { class: 'digital', planned: 0, done: 0, spent: 0 },
    ]);
  });
});

describe('its spend', () => {
  test.each([
    ['$ 7.600.000', 7_600_000],
    ['7600000', 7_600_000],
    ['1.250', 1_250],
  ])('is written as people write it: %s', (amount, pesos) => {
    const input = spendInput.parse({ campaign: 1, supplier: 'a', contract: 'b', concept: 'c', amount, spentOn: '2026-11-10' });
    expect(input.amount).toBe(pesos);
  });

  test.each(['0', '-5', 'mucho', '12,5'])('is a whole number of pesos, not %s', (amount) => {
    expect(isRefusal(parse(spendInput, { campaign: 1, supplier: 'a', contract: 'b', concept: 'c', amount, spentOn: '2026-11-10' }))).toBe(
      true,
    );
  });

  test('has supplier, contract and day, and is voided with its reason, never rewritten', async () => {
    const id = await begin('Gasto');
    expect(await spend(id, { spentOn: '2026-11-19' })).toMatchObject({ refused: 'campaign.spent_in_the_future' });
    await expect(spend(id, {}, 'rosa')).rejects.toThrow(Forbidden);
    const wrong = accepted(await spend(id)).id;
    accepted(await spend(id, { amount: '2.000.000', contract: 'CPS-119-2026' }));
    expect(isRefusal(parse(voidSpendInput, { campaign: id, id: wrong, reason: 'no' }))).toBe(true);
    accepted(await voidSpend(cast.as('marcela'), { campaign: id, id: wrong, reason: 'Se anotó dos veces' }));
    expect(await voidSpend(cast.as('marcela'), { campaign: id, id: wrong, reason: 'Otra vez' })).toMatchObject({
      refused: 'campaign.already_voided',
    });
    const { spends, spent } = await campaignSpends(cast.as('carmen'), id);
    expect(spent).toBe(2_000_000);
    expect(spends[0]).toMatchObject({ amount: 7_600_000, voidReason: 'Se anotó dos veces', voidedByName: 'Marcela Ospina' });
  });
});

describe('what is shown outside', () => {
  let id: number;
  beforeAll(async () => {
    id = await begin('A la vista');
    await plan(id, 'Cuña');
    accepted(await spend(id));
    accepted(
      await noteResult(cast.as('julian'), resultInput.parse({ campaign: id, name: 'Matrículas', value: '12.400', unit: 'matrículas' })),
    );
    const { revision, ...rest } = await getCampaign(cast.as('marcela'), id);
    accepted(await editCampaign(cast.as('marcela'), campaignInput.parse({ ...rest, campaign: id, revision, public: 'yes' })));
    accepted(await moveCampaign(cast.as('marcela'), { campaign: id, move: 'design' }));
  });

  test('is only what is under way or closed and marked so, without its results until then', async () => {
    await expect(publicCampaign(cast.as(), 'a-la-vista')).rejects.toThrow(NotFound);
    accepted(await moveCampaign(cast.as('marcela'), { campaign: id, move: 'start' }));
    const shown = await publicCampaign(cast.as(), 'a-la-vista');
    expect(shown).toMatchObject({
      campaign: { name: 'A la vista', spent: 7_600_000, report: '' },
      spends: [{ supplier: 'Emisora Faro' }],
      results: [],
    });
    expect((await publicCampaigns(cast.as())).campaigns.map(({ code }) => code)).toEqual(['a-la-vista']);
  });

  test('its report is a tagged PDF in the language asked for', async () => {
    const { revision } = await getCampaign(cast.as('marcela'), id);
    accepted(await writeCampaignReport(cast.as('marcela'), { campaign: id, revision, report: 'Se llegó al **92 %** de lo esperado.' }));
    const { name, pdf } = await campaignReportPdf(cast.as('carmen'), id, { name: 'Alcaldía de Puerto Claro', colour: '#0943b5' }, 'es');
    const head = Buffer.from(pdf).toString('latin1');
    expect([name, head.slice(0, 5)]).toEqual(['a-la-vista', '%PDF-']);
    expect(head).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  });
});

test('the list is narrowed and counted', async () => {
  const all = await listCampaigns(cast.as('rosa'), campaignFilterInput.parse({}));
  expect(all.found).toBe(all.rows.length);
  const going = await listCampaigns(cast.as('rosa'), campaignFilterInput.parse({ state: 'under_way' }));
  expect(going.rows.every(({ state }) => state === 'under_way') && going.found > 0).toBe(true);
  expect((await listCampaigns(cast.as('rosa'), campaignFilterInput.parse({ q: 'faro' }))).rows.map(({ name }) => name)).toEqual([
    'Faro limpio',
  ]);
  expect(all.states.under_way).toBe(going.found);
});
