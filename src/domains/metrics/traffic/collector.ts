import { isbot } from 'isbot';
import type { Day } from '#platform/clock/day.ts';
import type { Db } from '#platform/db/database.ts';
import { publicPieces } from '#domains/editorial/index.ts';
import { recordFacts, type Fact } from '../facts.ts';
import { KnownVisitors } from './known-visitors.ts';
import { originOf } from './sources.ts';
import { VisitDay, type Counting } from './visit-day.ts';
import { insertViews, type Viewed } from './visits.queries.ts';

/** One public page answered. */
export interface View {
  /** The first part of its address: `home`, `news` … Never a whole address. */
  readonly section: string;
  /** The last part of the address, when the page is a piece's. */
  readonly slug?: string | undefined;
  readonly userAgent: string;
  /** The page that led here, as its browser says; of it only the host is kept. */
  readonly referrer?: string;
  /** `utm_medium` of its address. */
  readonly medium?: string;
  /** The house's own host. */
  readonly host?: string;
  /** A hash of address and browser under the day's salt; null when the visitor asked not to be told apart (Sec-GPC, DNT). */
  readonly visitor: ((salt: Uint8Array) => Buffer) | null;
}

interface Looked {
  readonly day: Day;
  readonly slug: string;
}

const flushEvery = 60_000;
const mostWaiting = 5_000;
const portal = 0;

/**
 * Counts the portal's pages on the server: no cookie, no script, no address kept. A visitor is a hash that cannot be made
 * again once the day's salt is destroyed. Counts wait in memory and are written together each minute.
 */
export class Collector {
  readonly #app: Counting;
  readonly #timer: NodeJS.Timeout;
  readonly #day: VisitDay;
  readonly #known = new KnownVisitors();
  #views: Viewed[] = [];
  #looked: Looked[] = [];
  #under: Promise<void> = Promise.resolve();

  constructor(app: Counting) {
    this.#app = app;
    this.#day = new VisitDay(app);
    void this.flush();
    this.#timer = setInterval(() => void this.flush(), flushEvery).unref();
  }

  /** Never holds the answer up, and never fails it. */
  count({ section, slug, userAgent, visitor, referrer = '', medium = '', host = '' }: View): void {
    if (isbot(userAgent)) return;
    const day = this.#day.today();
    const view = { batch: null, day, site: portal, section, ...originOf(referrer, [host], medium) };
    if (slug) this.#looked.push({ day, slug });
    this.#under = Promise.all([
      this.#under,
      (visitor ? this.#day.saltOf(day, portal).then(visitor) : Promise.resolve(null)).then((hash) => {
        this.#views.push({ ...view, visitor: hash });
      }),
    ])
      .then(() => (this.#views.length >= mostWaiting ? this.#write() : undefined))
      .catch((err: unknown) => this.#app.log.error({ err }, 'a visit was not counted'));
  }

  /** Writes what waits; what cannot be written waits for the next time. */
  flush(): Promise<void> {
    this.#under = this.#under.then(async () => {
      await this.#day.askZone();
      await this.#write();
    });
    return this.#under;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #write(): Promise<void> {
    const [views, looked] = [this.#known.without(this.#views), this.#looked];
    this.#views = [];
    this.#looked = [];
    if (views.length === 0) return;
    try {
      await this.#app.database.primary.transaction().execute(async (db) => {
        await insertViews(db, views);
        await recordFacts(db, await pieceViews(db, looked));
      });
      this.#known.note(views);
    } catch (err) {
      this.#app.log.error({ err }, 'visits wait to be written');
      this.#views = [...views, ...this.#views].slice(0, mostWaiting * 20);
      this.#looked = [...looked, ...this.#looked].slice(0, mostWaiting * 20);
    }
  }
}

/** The views of the pieces that are out; an address that is none of theirs counts for its section alone. */
async function pieceViews(db: Db, looked: readonly Looked[]): Promise<Fact[]> {
  if (looked.length === 0) return [];
  const pieces = new Map(
    (
      await publicPieces(
        { db },
        looked.map(({ slug }) => slug),
      )
    ).map(({ slug, ...piece }) => [slug, piece]),
  );
  return [...Map.groupBy(looked, ({ day, slug }) => `${day} ${slug}`).values()].flatMap((those) => {
    const { day, slug } = those[0]!;
    const piece = pieces.get(slug);
    const record = { type: 'piece', id: String(piece?.piece) };
    return piece ? [{ measure: 'editorial.piece_views', day, amount: those.length, ...piece, record }] : [];
  });
}
