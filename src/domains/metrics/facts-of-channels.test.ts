import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { countLetter, countedAsMailing, noteReturned, passCounted, settleUnknownRecipients } from '#domains/channels/index.ts';
import { carryOutReactions, reactionNames } from '#platform/events/reactions.ts';
import { openMailingDesk } from '#test/support/mailing-desk.ts';
import { directionsBoard, directionsVoice } from './directions.ts';
import { channelsFacts } from './facts-of-channels.ts';
import { recordLetterCounts } from './facts-of-letters.ts';
import { recordFacts } from './facts.ts';
import { measureCard } from './measure-card.ts';

const desk = await openMailingDesk({}, undefined, reactionNames([channelsFacts]));
const { primary: db } = desk.database;
const ctx = () => desk.as('head_of_communications');
const carryOut = () => carryOutReactions(desk.database, [channelsFacts], desk.app.log, desk.app.clock, desk.app.vault);
const recipients = async (mailing: number) =>
  db.selectFrom('mailing_recipients').select(['id', 'state', 'contact_id']).where('mailing_id', '=', mailing).orderBy('id').execute();

async function ledger(measure: string, record: { type: string; id: string }) {
  const row = await db
    .selectFrom('facts')
    .select([sql<number>`coalesce(sum(amount), 0)`.as('amount'), sql<number>`coalesce(sum(base), 0)`.as('base')])
    .where('measure', '=', measure)
    .where('record_type', '=', record.type)
    .where('record_id', '=', record.id)
    .executeTakeFirstOrThrow();
  return [Number(row.amount), Number(row.base)];
}

async function sent(source: string, many: number): Promise<number> {
  const mailing = await desk.start({ source: { type: 'piece', id: source } });
  await desk.work();
  expect((await recipients(mailing)).length).toBe(many);
  return mailing;
}

const act = fc.record({
  who: fc.nat(),
  does: fc.constantFrom('bounce', 'complain', 'forget', 'settle', 'look' as const),
  says: fc.boolean(),
});

test('whatever comes back, is settled or is sent again, and whenever it is looked at, the ledger adds up to what is known', async () => {
  await desk.invite(6);
  let piece = 100;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const source = String(++piece);
      const mailings = [await sent(source, 6), await sent(source, 6)];
      for (const { who, does, says } of acts) {
        const mailing = mailings[who % 2]!;
        const all = await recipients(mailing);
        const { id } = all[who % all.length]!;
        if (does === 'bounce') await noteReturned(ctx(), id, { state: 'bounced', answer: '550' });
        if (does === 'complain') await noteReturned(ctx(), id, { state: 'complained', answer: '' });
        if (does === 'forget') await sql`update mailing_recipients set state = 'unknown' where id = ${id}`.execute(db);
        if (does === 'settle')
          await settleUnknownRecipients(desk.as('editor'), { mailing, say: says ? 'accepted' : 'leave', note: 'Llamé.', recipients: [] });
        if (does === 'look') await carryOut();
      }
      // A last word about each, after which all is known.
      for (const mailing of mailings) await ctx().tell({ name: 'mailing.settled', subject: { type: 'mailing', id: mailing }, topics: [] });
      await carryOut();
      const reached = new Set<number>();
      for (const mailing of mailings) {
        const all = await recipients(mailing);
        const of = (...states: string[]) => all.filter(({ state }) => states.includes(state));
        for (const one of of('accepted', 'complained')) reached.add(one.contact_id);
        const record = { type: 'mailing', id: String(mailing) };
        expect(await ledger('channels.mails_delivered', record)).toEqual([of('accepted', 'complained').length, 6]);
        expect(await ledger('channels.mails_bounced', record)).toEqual([of('bounced').length, 6]);
        expect((await ledger('channels.mailings_sent', record))[0]).toBe(1);
      }
      expect((await ledger('channels.people_reached', { type: 'piece', id: source }))[0]).toBe(reached.size);
    }),
    { numRuns: 12 },
  );
});

test('a figure opens into the mailing it comes from, by channel, class and segment; openings and clicks are counted by letter and day', async () => {
  const mailing = await sent('900', 6);
  await carryOut();
  const card = await measureCard(ctx(), 'channels.mails_delivered', {
    channel: 'correo-electronico',
    class: 'online',
    segment: 'ciudadania',
  });
  expect(card.value).toBeGreaterThan(0);
  expect(card.records.find(({ recordId }) => recordId === String(mailing))).toMatchObject({
    name: 'Boletín de noviembre',
    amount: 6,
    base: 6,
    opens: `/workspace/mailings/${mailing}`,
  });

  const counted = await countLetter(
    ctx(),
    { subject: 'A', html: '<body><a href="https://a.org/">a</a></body>', text: '', language: 'es' },
    {
      origin: 'https://x.co',
      counting: 'all',
    },
  );
  await countedAsMailing(ctx(), counted.countedAs, mailing);
  const [link, pixel] = [...counted.letter.html.matchAll(/\/hooks\/letters\/([0-9a-z-]+)/g)].map(([, token]) => token!);
  const record = { type: 'mailing', id: String(mailing) };
  for (const token of [link!, pixel!, pixel!]) await passCounted(ctx(), token, { unread: false });
  await recordLetterCounts(ctx());
  await passCounted(ctx(), link!, { unread: false });
  await recordLetterCounts(ctx());
  await recordLetterCounts(ctx());
  expect((await ledger('channels.letter_opens', record))[0]).toBe(2);
  expect((await ledger('channels.letter_clicks', record))[0]).toBe(2);
});

test('of many that come back at once, one look is enough', async () => {
  const mailing = await sent('901', 6);
  await carryOut();
  for (const { id } of await recipients(mailing)) await noteReturned(ctx(), id, { state: 'bounced', answer: '550' });
  await carryOut();
  const record = { type: 'mailing', id: String(mailing) };
  expect(await ledger('channels.mails_bounced', record)).toEqual([6, 6]);
  const facts = await db
    .selectFrom('facts')
    .select('id')
    .where('measure', '=', 'channels.mails_bounced')
    .where('record_id', '=', record.id)
    .execute();
  expect(facts).toHaveLength(2);
});

test('the four directions say what goes each way, who says it, and what is not measured yet', async () => {
  const unit = await db
    .insertInto('units')
    .values({ code: 'prensa', name: 'Oficina de Prensa', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const day = '2026-11-02' as never;
  const told = (measure: string, amount: number, channels: string[] = []) => ({
    measure,
    amount,
    day,
    unit: unit.id,
    channels,
    record: { type: 'piece', id: String(amount) },
  });
  await recordFacts(db, [
    told('channels.contents_out', 6, ['intranet']),
    told('channels.contents_out', 4, ['pagina-web']),
    told('plan.reports_given', 2),
    told('editorial.requests_received', 3),
  ]);
  const board = await directionsBoard(ctx(), {});
  const { down, up, across, peers } = Object.fromEntries(board.directions.map((one) => [one.direction, one]));
  expect([down!.count, up!.count, across!.count, peers!.count]).toEqual([6, 2, 3, 0]);
  expect(down!.sources.find(({ channel }) => channel === 'intranet')).toMatchObject({ count: 6, lastOn: day, channelName: 'Intranet' });
  expect(peers).toMatchObject({ sources: [], later: ['forums'] });
  expect(board.units).toMatchObject([{ code: 'prensa', counts: { down: 6, up: 2, across: 3, peers: 0 } }]);
  expect(directionsVoice(board).map(({ key }) => key)).toEqual([
    'metrics.voice.directions.some',
    'metrics.voice.directions.one_way',
    'metrics.voice.directions.peers_none',
  ]);
});
