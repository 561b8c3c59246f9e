import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { endpoints } from '#doors/api/endpoints.ts';
import { addresses as entry } from '#doors/entry/routes.ts';
import { addresses as intranet } from '#doors/intranet/routes.ts';
import { addresses as portal } from '#doors/portal/routes.ts';
import { addresses as workspace } from '#doors/workspace/routes.ts';
import { createPiece, makeCalendarFeed, nameReader, newPieceInput, publishNow } from '#domains/editorial/index.ts';
import { issueKey, signAgreement } from '#domains/organization/index.ts';
import { accepted, NotFound } from '#platform/refusal.ts';
import { policy } from '#wiring';
import { seatCast, type Player } from '#test/support/cast.ts';
import { openTestHouse } from '#test/support/house.ts';
import { asked, reservedPiece, told, toldInRequest } from '#test/support/reserved-piece.ts';

let now = new Date('2026-11-18T15:00:00Z');
const house = await openTestHouse({ clock: () => now });
const cast = await seatCast(house);
const db = house.app.database.primary;
const secret = await reservedPiece(house, cast);
await house.settle();
const { token } = await makeCalendarFeed(cast.as('julian'), { query: '' });

const known: Readonly<Record<string, string | number>> = {
  ...secret,
  measure: 'editorial.requests_received',
  channel: 'intranet',
  check: 'readability',
  kind: 'memo',
  form: 'rss',
  picture: `${secret.slug}.png`,
  part: 'news-1.xml',
  code: 'ciudad-tranquila',
};
const at = (path: string) => path.replace(/[:{](\w+)\}?/g, (_, name: string) => String(known[name] ?? 1));
const searches = ['/search', '/news', '/intranet/search', '/intranet/news', '/api/v1/pieces', '/api/v1/assets'];
const lists = ['search', 'pieces', 'pieces/export', 'assets', 'assets/export', 'requests', 'requests/export', 'dispatches'];
const file = `/files/${secret.file}`;

/** Every address of every door that answers a question, about this piece where it is about one, and what is looked for by its word. */
const ways = [
  ...[...entry, ...portal, ...intranet, ...workspace].map(({ path }) => at(path)),
  ...endpoints.filter(({ method }) => method === 'get').map(({ path }) => `/api/v1${at(path)}`),
  ...[...searches, ...lists.map((list) => `/workspace/${list}`)].map((path) => `${path}?format=csv&q=${asked}`),
  ...['week', 'board', 'list'].map((view) => `/workspace/calendar?view=${view}&day=2026-11-20`),
  ...['pieces', 'assets', 'requests', 'settings/audit', 'coverage', 'dispatches'].map((list) => `/workspace/${list}/export?format=csv`),
  '/workspace/requests?pile=accepted',
  '/workspace/coverage?department=13',
  `/workspace/pieces/${secret.piece}.data`,
  `/%77orkspace/pieces/${secret.piece}`,
  `/workspace/pieces/${secret.piece}/review?mode=clean`,
  `/workspace/pieces/${secret.piece}/text?after=0`,
  file,
  `${file}/medium`,
  `/hooks/calendar/${token}.ics`,
];

interface Told {
  readonly way: string;
  readonly what: 'piece' | 'request' | 'picture';
  readonly noted: boolean;
  readonly cache: string | null;
}

const looks = async () => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from audit_entries where action in ('piece.looked', 'request.looked', 'asset.looked')`.execute(db);
  return Number(rows[0]!.count);
};

/** Tries every way as somebody, and says which of them tells anything of the piece, of its request, or shows its picture. */
async function tryAll(headers: Record<string, string>): Promise<Told[]> {
  const heard: Told[] = [];
  for (const way of ways) {
    const before = await looks();
    const answer = await fetch(house.origin + way, { redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin', ...headers } });
    // A page may say again what address was asked of it.
    const text = (await answer.text()).replaceAll(secret.slug, '');
    const what = text.includes(told)
      ? ('piece' as const)
      : text.includes(toldInRequest)
        ? ('request' as const)
        : way.startsWith(file) && answer.ok
          ? ('picture' as const)
          : undefined;
    if (what) heard.push({ way, what, noted: (await looks()) > before, cache: answer.headers.get('cache-control') });
  }
  return heard;
}
const as = async (player: Player) => tryAll({ cookie: await house.cookieOf(cast.mail(player)) });
const waysOf = (heard: readonly Told[]) => heard.map(({ way }) => way);

/** Where whoever asked for it, and who triages with an agreement, may read the request. */
const ofRequest = /^\/(intranet|workspace|api\/v1)\/requests(?!.*export)/;

test.each(['nidia', 'rosa', 'esteban'] as const)('it is told to %s by no way', async (player) => {
  expect(await as(player)).toEqual([]);
});

test('nor to nobody, nor to a key of every scope', async () => {
  expect(await tryAll({})).toEqual([]);
  const administrator = { ...cast.as('marcela').actor, grants: [{ role: 'administrator' as const, unit: null, units: [] }] };
  const scopes = [...new Set(Object.values(policy).map(({ scope }) => scope))];
  const { key } = accepted(await issueKey({ ...cast.as(), actor: administrator }, { name: 'Todo', scopes, expires_on: null }));
  expect(await tryAll({ authorization: `Bearer ${key}` })).toEqual([]);
  // Every address twice: longer than a test has on a busy machine.
}, 90_000);

test.each(['marcela', 'diego'] as const)('%s, who may read the request, reads that and nothing of the piece', async (player) => {
  const heard = await as(player);
  expect(new Set(heard.map(({ what }) => what))).toEqual(new Set(['request']));
  for (const { way } of heard) expect(way).toMatch(ofRequest);
  const own = heard.filter(({ way }) => new RegExp(`^/(intranet|workspace)/requests/${secret.request}$`).test(way));
  expect(own.length).toBeGreaterThan(0);
  expect(waysOf(own.filter(({ noted }) => !noted))).toEqual([]);
});

test.each(['julian', 'carmen'] as const)(
  '%s, who is named and signed, reads it, each look is in the audit log, and nobody keeps it',
  async (player) => {
    const heard = await as(player);
    const own = heard.filter(({ way }) => /\/(pieces|preview)\/1(\b|\/)/.test(way) || way.startsWith('/files'));
    expect(waysOf(own)).toEqual(expect.arrayContaining([`/preview/${secret.piece}`, `/workspace/pieces/${secret.piece}`, file]));
    expect(waysOf(own.filter(({ noted }) => !noted))).toEqual([]);
    expect(waysOf(heard.filter(({ cache }) => !cache?.includes('no-store')))).toEqual([]);
    // Nothing that is taken away as a file, and no search, holds a word of it.
    expect(waysOf(heard).filter((way) => /export|[?&]q=|search|\.ics/.test(way))).toEqual([]);
  },
);

test('it goes out by no channel, and its words stand only where it is kept', async () => {
  for (const channel of ['pagina-web', 'intranet', 'correo-interno'])
    await expect(publishNow(cast.as('marcela'), { piece: secret.piece, channels: [channel] })).rejects.toThrow(NotFound);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  const holding: string[] = [];
  for (const { name } of rows) {
    const { rows: found } = await sql`select from ${sql.table(name)} t where t::text ~ ${`${told}|${toldInRequest}`} limit 1`.execute(db);
    if (found.length > 0) holding.push(name);
  }
  expect(holding.toSorted()).toEqual([
    'assets',
    'comments',
    'files',
    'piece_versions',
    'pieces',
    'renditions',
    'request_moves',
    'requests',
  ]);
});

test('who only works here reads it too once he is named and signed, and still no other piece', async () => {
  accepted(await signAgreement(cast.as('diego'), { text: 1, name: 'Diego Herazo', code: '' }, 5));
  accepted(await nameReader(cast.as('julian'), { piece: secret.piece, person: cast.people.diego, unit: null }));
  const open = (piece: number) => house.ask(`/workspace/pieces/${piece}`, { as: cast.mail('diego') });
  expect(await (await open(secret.piece)).text()).toContain(told);
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'news', title: 'Predial', unit: cast.units.prensa })),
  );
  expect((await open(id)).status).toBe(403);
});

test('once the agreement has ended, nobody reads it', async () => {
  now = new Date('2027-11-19T15:00:00Z');
  expect(await as('julian')).toEqual([]);
});
