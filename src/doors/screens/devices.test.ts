import { beforeAll, describe, expect, test } from 'vitest';
import {
  addPlaylist,
  addScreenGroup,
  adoptScreen,
  adoptionInput,
  editScreen,
  excludeScreen,
  getScreen,
  giveBack,
  newGroupInput,
  newPlaylistInput,
  playedDays,
  type Program,
  revokeScreen,
  takeOver,
} from '#domains/channels/index.ts';
import { recordPlays } from '#domains/metrics/index.ts';
import { publishNow, withdrawPiece } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { approvedPiece } from '#test/support/approved-piece.ts';
import { seatCast, type Cast } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { screenDevice } from '#test/support/screen-device.ts';

const house = await openTestHouse();
const { primary: db } = house.app.database;
let cast: Cast;
let halls: number;
let inside: number;

beforeAll(async () => {
  cast = await seatCast(house);
  const group = (name: string, open: boolean) => addScreenGroup(cast.as('marcela'), newGroupInput.parse({ name, public: open }));
  halls = accepted(await group('Halles', true)).id;
  inside = accepted(await group('Pasillos', false)).id;
});

/** A device with its place in a group. */
async function hung(name: string, group: number | null) {
  const device = screenDevice(house);
  const { code } = await device.json<{ code: string }>('/screens/pairings', { width: 1920, height: 1080 });
  const input = adoptionInput.parse({ code: `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase(), name, orientation: 'lying', group });
  const { id } = accepted(await adoptScreen(cast.as('esteban'), input));
  expect(await device.json('/screens/place', {})).toEqual({ state: 'adopted' });
  const program = async () => (await device.json<{ program: Program }>('/screens/program')).program;
  return { id, device, program };
}

describe('a television gets its place', () => {
  test('by a code that somebody types while it waits', async () => {
    const device = screenDevice(house);
    const { code, html } = await device.json<{ code: string; html: string }>('/screens/pairings', { width: 1280, height: 720 });
    expect(code).toMatch(/^[ACDEFGHJKMNPRTVWXY34679]{6}$/);
    expect(html).toContain(code.slice(0, 3));
    const waits = device.json('/screens/place', {});
    const input = adoptionInput.parse({ code, name: 'Hall', orientation: 'lying', group: halls });
    const { id } = accepted(await adoptScreen(cast.as('esteban'), input));
    expect(await waits).toEqual({ state: 'adopted' });
    expect((await device.json<{ program: Program }>('/screens/program')).program.screen).toMatchObject({ id, name: 'Hall', group: halls });
    // A code is good for one screen.
    expect(await adoptScreen(cast.as('esteban'), input)).toMatchObject({ refused: 'screen.no_code' });
  });

  test('and holds a token that opens nothing but its own', async () => {
    const { device } = await hung('Sola', null);
    const token = device.cookies.get('screen')!;
    const kept = await db.selectFrom('screens').select('token_sha256').execute();
    expect(kept.every(({ token_sha256: hash }) => hash === null || hash.length === 32)).toBe(true);
    for (const path of ['/workspace', '/intranet']) {
      const response = await fetch(house.origin + path, { redirect: 'manual', headers: { cookie: `screen=${token}; pregon=${token}` } });
      expect(response.headers.get('location'), path).toMatch(/^\/sign-in/);
    }
    expect((await fetch(`${house.origin}/api/v1/screens`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  test('never by guessing: codes are few among millions, and typed ones are counted', async () => {
    const as = cast.mail('esteban');
    const codes = Array.from({ length: 31 }, (_, at) => `AAA${'ACDEFGHJKM'[at % 10]}${'ACDEFGHJKM'[Math.floor(at / 10)]}A`);
    const answers: string[] = [];
    const cookie = await house.cookieOf(as);
    for (const code of codes) {
      const response = await house.ask('/workspace/screens/new', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ code, name: 'x', orientation: 'lying' }).toString(),
      });
      answers.push((await response.text()).includes('Ninguna pantalla muestra ese código') ? 'no' : 'wait');
    }
    expect(answers.slice(0, 30)).toEqual(Array(30).fill('no'));
    expect(answers[30]).toBe('wait');
  });

  test('until somebody lets it go', async () => {
    const { id, device } = await hung('Vieja', halls);
    await revokeScreen(cast.as('esteban'), { screen: id });
    expect((await device.ask('/screens/program')).status).toBe(401);
    expect((await device.ask('/screens/beats', {})).status).toBe(401);
  });

  test('a device that nobody knows gets nothing', async () => {
    const device = screenDevice(house);
    device.cookies.set('screen', 'a'.repeat(43));
    expect((await device.ask('/screens/program')).status).toBe(401);
    expect((await device.ask('/screens/plays', { plays: [] })).status).toBe(401);
    expect((await device.ask('/screens/media/00000000-0000-4000-8000-000000000000')).status).toBe(401);
    expect((await device.ask('/live?screen')).status).toBe(404);
  });
});

describe('what it plays', () => {
  test('what went out by screens, until it is withdrawn; the hash changes only then', async () => {
    const { program } = await hung('Entrada', halls);
    const before = await program();
    expect((await program()).sha256).toBe(before.sha256);
    const piece = await approvedPiece(house, cast, { kind: 'notice_board_card', title: 'Vacunas en 14 barrios' });
    accepted(await publishNow(cast.as('marcela'), { piece: piece.id, channels: ['pantallas-internas'] }));
    await house.settle();
    const out = await program();
    const slide = Object.values(out.slides).find(({ source }) => source === `piece:${piece.id}`)!;
    expect(slide.html).toContain('Vacunas en <b>14</b> barrios');
    expect(out.sha256).not.toBe(before.sha256);
    accepted(await withdrawPiece(cast.as('marcela'), { piece: piece.id, reason: 'Se aplazó la jornada.' }));
    expect(Object.values((await program()).slides).map(({ source }) => source)).not.toContain(`piece:${piece.id}`);
  });

  test('on the groups that were chosen; where people from outside pass by, only what is public', async () => {
    const [outside, staff] = [await hung('Afuera', halls), await hung('Adentro', inside)];
    const card = (title: string, more = {}) => approvedPiece(house, cast, { kind: 'notice_board_card', title, ...more });
    const send = async (piece: number, groups: number[]) =>
      accepted(await publishNow(cast.as('marcela'), { piece, channels: ['pantallas-internas'], groups }));
    await send((await card('Solo pasillos')).id, [inside]);
    await send((await card('Reservado a la casa', { class: 'internal' })).id, []);
    await send((await card('Para todos')).id, []);
    await house.settle();
    const titles = async ({ program }: typeof outside) => Object.values((await program()).slides).map(({ title }) => title);
    expect(await titles(outside)).toContain('Para todos');
    expect(await titles(outside)).not.toContain('Solo pasillos');
    expect(await titles(outside)).not.toContain('Reservado a la casa');
    expect(await titles(staff)).toEqual(expect.arrayContaining(['Para todos', 'Solo pasillos', 'Reservado a la casa']));
  });

  test('what its playlists say, escaped; one left out of its group shows the hour, and is covered all the same', async () => {
    const { id, program } = await hung('Sala', halls);
    const playlist = newPlaylistInput.parse({ name: 'Siempre', days: [1, 2, 3, 4, 5, 6, 7], groups: [halls], items: [{ kind: 'clock' }] });
    accepted(await addPlaylist(cast.as('marcela'), { ...playlist, priority: 5 }, house.app.slides));
    expect(Object.values((await program()).slides).map(({ source }) => source)).toContain('');
    await excludeScreen(cast.as('esteban'), { screen: id, excluded: true });
    expect((await program()).windows).toEqual([expect.objectContaining({ playlist: null })]);
    const until = new Date(Date.now() + 600_000);
    const over = {
      groups: [halls],
      kind: 'alert' as const,
      title: 'Salga por <b>la derecha</b>',
      text: '',
      reason: 'Humo en el piso 3',
      until,
    };
    const { id: takeover } = accepted(await takeOver(cast.as('marcela'), over));
    expect((await program()).takeover?.html).toContain('Salga por &lt;b&gt;la derecha');
    accepted(await giveBack(cast.as('marcela'), { takeover }));
    expect((await program()).takeover).toBeNull();
    expect(await giveBack(cast.as('marcela'), { takeover })).toMatchObject({ refused: 'takeover.over' });
  });

  test('a picture that it does not show is none of its business', async () => {
    const { device } = await hung('Curiosa', halls);
    expect((await device.ask('/screens/media/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  test('somebody without the right does not touch any of it', async () => {
    const { id } = await hung('Intocable', halls);
    const screen = await getScreen(cast.as('julian'), id);
    await expect(revokeScreen(cast.as('rosa'), { screen: id })).rejects.toThrow('screens.adopt');
    await expect(editScreen(cast.as('diego'), { ...screen, screen: id })).rejects.toThrow('screens.adopt');
    await expect(
      takeOver(cast.as('rosa'), { groups: [halls], kind: 'alert', title: 'x', text: '', reason: 'porque sí', until: new Date() }),
    ).rejects.toThrow('screens.take_over');
  });
});

describe('what it tells', () => {
  test('how it is, with a picture that is drawn again; what it says is never taken for markup', async () => {
    const { id, device } = await hung('Habladora', halls);
    const picture = (
      await (
        await import('sharp')
      )
        .default({ create: { width: 40, height: 30, channels: 3, background: '#0943b5' } })
        .png()
        .toBuffer()
    ).toString('base64');
    await device.ask('/screens/beats', { title: '<script>', width: 1920, height: 1080, clockOffsetMs: 3_600_000, picture });
    const screen = await getScreen(cast.as('esteban'), id);
    expect(screen).toMatchObject({ state: 'showing', beat: { title: '<script>', width: 1920, clockOffsetMs: 3_600_000 } });
    const answer = await house.ask(`/workspace/screens/${id}/picture`, { as: cast.mail('esteban') });
    expect(answer.headers.get('content-type')).toBe('image/webp');
    await device.ask('/screens/beats', { picture: Buffer.from('<svg onload="x">').toString('base64') });
    expect((await getScreen(cast.as('esteban'), id)).beat?.pictureAt).toEqual(screen.beat?.pictureAt);
  });

  test('what it played, once however often it is told, on the day on which it was, into the ledger once', async () => {
    const { id, device } = await hung('Contadora', halls);
    const now = Date.now();
    const card = await approvedPiece(house, cast, { kind: 'notice_board_card', title: 'Vacunas' });
    const source = `piece:${card.id}`;
    const play = (minutes: number, item = `${source}~a`) => ({
      item,
      title: 'Vacunas',
      source,
      started: now - minutes * 60_000,
      seconds: 12,
    });
    const batch = { plays: [play(1), play(2), play(1), play(3 * 24 * 60, `${source}~b`)] };
    expect(await device.json('/screens/plays', batch)).toMatchObject({ fresh: 3 });
    expect(await device.json('/screens/plays', batch)).toMatchObject({ fresh: 0 });
    // From tomorrow, and from long ago, nobody can tell.
    expect(await device.json('/screens/plays', { plays: [play(-24 * 60), play(60 * 24 * 60)] })).toMatchObject({ fresh: 0 });
    const days = await playedDays(cast.as('esteban'), { screen: id });
    expect(days.map(({ plays }) => plays).toSorted()).toEqual([1, 2]);
    const record = () => db.transaction().execute((tx) => recordPlays({ ...cast.as(), db: tx }));
    await record();
    await record();
    const facts = await db
      .selectFrom('facts')
      .select(['amount', 'piece_id', 'day'])
      .where('measure', '=', 'channels.screen_plays')
      .where('record_id', '=', String(id))
      .orderBy('day')
      .execute();
    expect(facts.map(({ amount, piece_id: piece }) => [Number(amount), piece])).toEqual([
      [1, card.id],
      [2, card.id],
    ]);
  });
});
