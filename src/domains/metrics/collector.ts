import { isbot } from 'isbot';
import { dayIn, type Day } from '#platform/clock/day.ts';
import { system } from '#platform/ctx.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { commandContext } from '#platform/events/tell.ts';
import { commandJob, type Job } from '#platform/jobs/jobs.ts';
import type { Db } from '#platform/db/database.ts';
import type { App } from '#platform/http/visit.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { publicPieces } from '#domains/editorial/index.ts';
import { recordFacts, type Fact } from './facts.ts';
import { deleteVisitorsBefore, insertSeen, saltOf, type Seen } from './visitors.queries.ts';

/** One public page answered. */
export interface View {
  /** The first part of its address: `home`, `news` … Never a whole address. */
  readonly section: string;
  /** The last part of the address, when the page is a piece's. */
  readonly slug?: string | undefined;
  readonly userAgent: string;
  /** A hash of address and browser under the day's salt; null when the visitor asked not to be told apart (Sec-GPC, DNT). */
  readonly visitor: ((salt: Uint8Array) => Buffer) | null;
}

interface Waiting {
  readonly day: Day;
  readonly section: string;
  /** Of a piece's page; empty for the section as a whole. */
  readonly slug: string;
  readonly count: number;
}

const flushEvery = 60_000;
const mostWaiting = 5_000;

/**
 * Counts page views and sessions on the server: no cookie, no script, no address kept. A visitor is a hash that cannot be made
 * again once the day's salt is destroyed. Counts wait in memory and are written together each minute.
 */
export class Collector {
  readonly #app: Pick<App, 'database' | 'log' | 'clock'>;
  readonly #timer: NodeJS.Timeout;
  #views = new Map<string, Waiting>();
  #seen: Seen[] = [];
  #salt: { day: Day; value: Promise<Buffer> } | undefined;
  #under: Promise<void> = Promise.resolve();
  /** The institution's: asked at the beginning and each time that counts are written. */
  #zone: string = defaultZone;

  constructor(app: Pick<App, 'database' | 'log' | 'clock'>) {
    this.#app = app;
    void this.flush();
    this.#timer = setInterval(() => void this.flush(), flushEvery).unref();
  }

  /** Never holds the answer up, and never fails it. */
  count({ section, slug, userAgent, visitor }: View): void {
    if (isbot(userAgent)) return;
    const day = dayIn(this.#app.clock(), this.#zone);
    this.#add({ day, section, slug: '', count: 1 });
    if (slug) this.#add({ day, section, slug, count: 1 });
    if (!visitor || section === 'home') return;
    this.#under = Promise.all([
      this.#under,
      this.#saltFor(day).then((salt) => {
        this.#seen.push({ day, section, visitor: visitor(salt) });
      }),
    ])
      .then(() => (this.#seen.length >= mostWaiting ? this.#write() : undefined))
      .catch((err: unknown) => this.#app.log.error({ err }, 'a visit was not counted'));
  }

  /** Writes what waits; what cannot be written waits for the next time. */
  flush(): Promise<void> {
    this.#under = this.#under.then(async () => {
      await this.#askZone();
      await this.#write();
    });
    return this.#under;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  #add({ day, section, slug, count }: Waiting): void {
    const key = `${day} ${section} ${slug}`;
    this.#views.set(key, { day, section, slug, count: (this.#views.get(key)?.count ?? 0) + count });
  }

  #saltFor(day: Day): Promise<Buffer> {
    if (this.#salt?.day !== day) this.#salt = { day, value: saltOf(this.#app.database.primary, day) };
    this.#salt.value.catch(() => {
      this.#salt = undefined;
    });
    return this.#salt.value;
  }

  async #askZone(): Promise<void> {
    const { database, clock, log } = this.#app;
    await zoneOf(commandContext(database.primary, system, clock(), () => [])).then(
      (zone) => {
        this.#zone = zone;
      },
      (err: unknown) => log.error({ err }, 'the zone of the institution is not known yet'),
    );
  }

  async #write(): Promise<void> {
    const [views, seen] = [[...this.#views.values()], this.#seen];
    this.#views = new Map();
    this.#seen = [];
    if (views.length === 0 && seen.length === 0) return;
    try {
      await this.#app.database.primary.transaction().execute(async (db) => {
        const sessions = await insertSeen(db, seen);
        await recordFacts(db, [
          ...views.filter(({ slug }) => slug === '').map(({ day, section, count }) => bulk('metrics.page_views', day, section, count)),
          ...(await pieceViews(db, views)),
          ...sessions.map(({ day, section, sessions: count }) => bulk('metrics.inner_page_sessions', day, section, count)),
        ]);
      });
    } catch (err) {
      this.#app.log.error({ err }, 'visits wait to be written');
      views.forEach((view) => this.#add(view));
      this.#seen = [...seen, ...this.#seen].slice(0, mostWaiting * 4);
    }
  }
}

/** The views of the pieces that are out; an address that is none of theirs counts for its section alone. */
async function pieceViews(db: Db, views: readonly Waiting[]): Promise<Fact[]> {
  const looked = views.filter(({ slug }) => slug !== '');
  if (looked.length === 0) return [];
  const pieces = new Map(
    (
      await publicPieces(
        { db },
        looked.map(({ slug }) => slug),
      )
    ).map(({ slug, ...piece }) => [slug, piece]),
  );
  return looked.flatMap(({ day, slug, count }) => {
    const piece = pieces.get(slug);
    return piece
      ? [{ measure: 'editorial.piece_views', day, amount: count, ...piece, record: { type: 'piece', id: String(piece.piece) } }]
      : [];
  });
}

const bulk = (measure: string, day: Day, section: string, amount: number): Fact => ({
  measure,
  day,
  section,
  amount,
  record: { type: 'section', id: section },
});

/** At the day's end its salt and sessions are destroyed: from then on no visit can be tied to another, or to anybody. */
export const forgetVisitors: Job = commandJob('metrics.forget-visitors', '1 0 * * *', async (ctx) =>
  deleteVisitorsBefore(ctx.db, dayIn(ctx.now, await zoneOf(ctx))),
);
