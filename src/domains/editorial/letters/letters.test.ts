import { beforeAll, describe, expect, test } from 'vitest';
import { readMail, outbox } from '#platform/mail/outbox.ts';
import type { Outside } from '#platform/http/outside.ts';
import { accepted } from '#platform/refusal.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { publishNow } from '../scheduling.ts';
import { letterDesk } from './letter-desk.ts';
import { sendTestLetter } from './letter-preview.ts';
import { askLinks, houseHas, linkWork } from './links.ts';

const house = await openTestHouse({ clock: () => new Date('2026-11-21T15:00:00Z'), env: { PROCESS: 'web' } });
const db = house.app.database.primary;
const origin = 'https://puertoclaro.gov.co';
let cast: Cast;
let piece: number;

const link = (href: string) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }) as const;
const looks = () => letterDesk(cast.as('julian'), piece, { why: 'subscription', origin });
const linksNow = async () => Object.fromEntries((await looks()).links.map(({ address, state }) => [address, state]));

beforeAll(async () => {
  cast = await seatCast(house);
  const made = await approvedPiece(house, cast, {
    title: 'Tres cosas cambian',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { id: 'a' },
          content: [link('https://example.org/vive'), link('https://example.org/muerto'), link('/news/no-existe'), link('/subscription')],
        },
      ],
    },
  });
  piece = made.id;
}, 60_000);

describe('the letter of a piece', () => {
  test('says how to leave it, and leads outsiders to the portal', async () => {
    const { letter } = await looks();
    expect(letter.subject).toBe('Tres cosas cambian');
    expect(letter.html).toContain('href="{{one_click}}"');
    expect(letter.text).toContain('Salirme con un clic: {{one_click}}');
    expect(letter.html).toContain('href="https://puertoclaro.gov.co/news/tres-cosas-cambian"');
    expect(letter.text).toContain('Leer en el portal: https://puertoclaro.gov.co/news/tres-cosas-cambian');
  });

  test('that is internal has no way out and leads inside', async () => {
    const { letter, checks } = await letterDesk(cast.as('julian'), piece, { why: 'internal', origin });
    expect(letter.html).not.toContain('one_click');
    expect(letter.html).toContain('/intranet/news/tres-cosas-cambian');
    expect(checks.find(({ check }) => check === 'leave')!.case).toBe('not_needed');
  });

  test('is tried by sending it to whoever looks at it, and to nobody else', async () => {
    accepted(await sendTestLetter(cast.as('julian'), { piece, why: 'subscription', contact: undefined }, { origin }));
    const { mails } = await outbox(cast.as());
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([[cast.mail('julian'), '[Prueba] Tres cosas cambian']]);
    const { html, text } = await readMail(cast.as(), mails[0]!.id).catch(() => ({ html: null, text: null }));
    expect(`${html}${text}`).not.toContain('{{');
  });
});

describe('its links', () => {
  test('are looked at by a worker, once, and those of the house within it', async () => {
    expect((await looks()).checks.find(({ check }) => check === 'links')).toMatchObject({ state: 'asked', case: 'not_asked' });
    expect((await askLinks(cast.as('julian'), { piece, why: 'subscription' }, { origin })).asked).toBeGreaterThanOrEqual(4);
    expect((await askLinks(cast.as('julian'), { piece, why: 'subscription' }, { origin })).asked).toBe(0);
    const asked: string[] = [];
    const answer = (address: string): Promise<Outside> => {
      asked.push(address);
      return Promise.resolve(address.endsWith('vive') ? { is: 'alive', status: 200 } : { is: 'dead', status: 404 });
    };
    expect(await linkWork(answer).run(house.app)).toBe(false);
    expect(asked.toSorted()).toEqual(['https://example.org/muerto', 'https://example.org/vive']);
    expect(await linksNow()).toMatchObject({
      'https://example.org/vive': 'alive',
      'https://example.org/muerto': 'dead',
      '/news/no-existe': 'dead',
      '/subscription': 'alive',
    });
    expect((await looks()).checks.find(({ check }) => check === 'links')).toMatchObject({ state: 'bad', case: 'dead' });
  });

  test('to what is out are alive', async () => {
    const made = await approvedPiece(house, cast, { title: 'Predial' });
    expect(await houseHas(cast.as(), '/news/predial')).toBe(false);
    accepted(await publishNow(cast.as('marcela'), { piece: made.id, channels: ['pagina-web'] }));
    await house.settle();
    expect(await houseHas(cast.as(), '/news/predial?desde=correo')).toBe(true);
    expect(await houseHas(cast.as(), '/files/8f0f2f5e-0000-4000-8000-000000000000')).toBe(false);
    expect(await houseHas(cast.as(), '/algo/raro')).toBeNull();
    expect(await db.selectFrom('looked_links').select('address').execute()).not.toHaveLength(0);
  });
});
