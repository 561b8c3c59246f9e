import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isbot } from 'isbot';
import type { App } from '#platform/http/visit.ts';
import { KnownVisitors } from './known-visitors.ts';
import { sectionsBy, type PathRule } from './path-rules.ts';
import { remembered } from './remembered.ts';
import { selectOpenSites } from './sites.queries.ts';
import { originOf, type Origin } from './sources.ts';
import type { VisitInput } from './visit.input.ts';
import { VisitDay } from './visit-day.ts';
import { VisitLimits } from './visit-limits.ts';
import { insertViews, type Viewed } from './visits.queries.ts';

/** Who sends views, as the request says it. */
export interface Sender {
  /** The page's origin; `null` when its referrer policy hides it (Fetch, «append a request Origin header»). */
  readonly origin: string;
  readonly address: string;
  readonly browser: string;
  /** He asked not to be followed (DNT, Sec-GPC). */
  readonly unseen: boolean;
  readonly visitor: (salt: Uint8Array) => Buffer;
}

export type Taken = 'counted' | 'left_out' | 'foreign' | 'too_many' | 'full';

interface OpenSite {
  readonly id: number;
  readonly hosts: readonly string[];
  readonly sectionOf: (path: string) => string;
  /** By the address that led to the view. */
  readonly originOf: (referrer: string) => Origin;
}

interface Waiting {
  readonly views: readonly Viewed[];
  readonly done: PromiseWithResolvers<void>;
}

/** Of browsers, addresses and paths, whose class is not asked again. */
const mostKept = 5_000;
const mostWaiting = 50_000;
const mostInOne = 5_000;
/** What the world may name as where it came from, by site and day; beyond, it is another site without a name. */
const mostHosts = 300;
const sitesEvery = 10_000;

/**
 * Takes the views of other sites in. Whoever is told that his views are counted has them on the disk: those that come while one
 * statement is under way wait for it, share the next, and are answered when it is committed.
 */
export class VisitIntake {
  readonly #app: Pick<App, 'database' | 'log' | 'clock' | 'listener'>;
  readonly #day: VisitDay;
  readonly #limits = new VisitLimits();
  readonly #known = new KnownVisitors();
  readonly #pending = new Map<string, Promise<void>>();
  #hosts = { day: '', known: new Map<number, Set<string>>() };
  #sites: { at: number; found: Promise<ReadonlyMap<string, OpenSite>> } | undefined;
  #waiting: Waiting[] = [];
  #count = 0;
  #under: Promise<void> | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(app: Pick<App, 'database' | 'log' | 'clock' | 'listener'>) {
    this.#app = app;
    this.#day = new VisitDay(app);
    void this.#day.askZone();
    this.#timer = setInterval(() => void this.#day.askZone(), 60_000).unref();
    app.listener.on('live', this.#hear);
  }

  readonly #hear = ({ topic }: { topic: string }) => {
    if (topic === 'sites') this.#sites = undefined;
  };

  /** Whether pages of this origin may send anything. */
  async knows(origin: string): Promise<boolean> {
    const host = hostOf(origin);
    return [...(await this.#open()).values()].some(({ hosts }) => hosts.includes(host));
  }

  /** Resolves when the views are committed. @throws when they could not be: they are not acknowledged */
  async take({ site: code, host, id, views }: VisitInput, sender: Sender): Promise<Taken> {
    const site = (await this.#open()).get(code);
    if (!site?.hosts.includes(host) || (sender.origin !== 'null' && hostOf(sender.origin) !== host)) return 'foreign';
    if (sender.unseen || isMachine(sender.browser)) return 'left_out';
    if (!this.#limits.takes(this.#app.clock().getTime(), { ...sender, views: views.length })) return 'too_many';
    if (this.#count > mostWaiting) return 'full';
    const batch = createHash('sha256').update(`${site.id} ${id}`).digest().subarray(0, 16);
    const key = batch.toString('latin1');
    const day = this.#day.today();
    const visitor = sender.visitor(await this.#day.saltOf(day, site.id));
    const same = this.#pending.get(key);
    if (same) return same.then(() => 'counted');
    const writing = this.#write(
      views.map(({ path, from, medium }) => {
        const origin = medium === '' ? site.originOf(from) : originOf(from, site.hosts, medium);
        return { batch, day, site: site.id, section: site.sectionOf(path), ...this.#bounded(site.id, day, origin), visitor };
      }),
    );
    this.#pending.set(key, writing);
    try {
      await writing;
    } finally {
      this.#pending.delete(key);
    }
    return 'counted';
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#app.listener.off('live', this.#hear);
    await this.#under;
  }

  #write(views: readonly Viewed[]): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#waiting.push({ views, done });
    this.#count += views.length;
    this.#under ??= this.#writeAll();
    return done.promise;
  }

  async #writeAll(): Promise<void> {
    // Whatever else has come to the socket by now goes along.
    await setImmediate();
    while (this.#waiting.length > 0) {
      let many = 0;
      let taken = 0;
      while (taken < this.#waiting.length && many < mostInOne) many += this.#waiting[taken++]!.views.length;
      const those = this.#waiting.splice(0, taken);
      this.#count -= many;
      const views = this.#known.without(those.flatMap((one) => one.views));
      await insertViews(this.#app.database.primary, views).then(
        () => {
          this.#known.note(views);
          those.forEach(({ done }) => done.resolve());
        },
        (err: unknown) => {
          this.#app.log.error({ err }, 'views could not be counted');
          those.forEach(({ done }) => done.reject(err as Error));
        },
      );
    }
    this.#under = undefined;
  }

  async #open(): Promise<ReadonlyMap<string, OpenSite>> {
    const now = performance.now();
    if (!this.#sites || now - this.#sites.at > sitesEvery) {
      const found = selectOpenSites(this.#app.database.primary).then(
        (sites) => new Map(sites.map(({ code, ...site }) => [code, opened(site)])),
      );
      found.catch(() => {
        this.#sites = undefined;
      });
      this.#sites = { at: now, found };
    }
    return this.#sites.found;
  }

  #bounded<O extends { host: string; source: string }>(site: number, day: string, origin: O): O {
    if (origin.source !== 'other') return origin;
    if (this.#hosts.day !== day) this.#hosts = { day, known: new Map() };
    const known = this.#hosts.known.get(site) ?? new Set();
    this.#hosts.known.set(site, known);
    if (known.size < mostHosts) known.add(origin.host);
    return known.has(origin.host) ? origin : { ...origin, host: '' };
  }
}

const opened = ({ id, hosts, rules }: { id: number; hosts: readonly string[]; rules: readonly PathRule[] }): OpenSite => ({
  id,
  hosts,
  sectionOf: remembered(mostKept, sectionsBy(rules)),
  originOf: remembered(mostKept, (referrer) => originOf(referrer, hosts)),
});

const isMachine = remembered(mostKept, (browser) => browser === '' || isbot(browser));
const hostOf = remembered(mostKept, (origin) => URL.parse(origin)?.host ?? '');
