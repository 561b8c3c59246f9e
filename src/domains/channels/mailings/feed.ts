import { system, type Ctx } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';
import { addresseesNow, type Addressee } from '#domains/audiences/index.ts';
import { claimRecipients } from './engine.queries.ts';
import type { Ending } from './engine.queries.ts';
import { isDeliverable } from './headers.ts';
import type { Mailing } from './mailing.ts';
import { suppressed, untried } from './outcome.ts';

/** Somebody whose turn it is. */
export interface Turn {
  readonly id: number;
  readonly tries: number;
  readonly to: Addressee & { readonly address: string };
}

export type EngineApp = Pick<App, 'config' | 'database' | 'clock' | 'log' | 'owed' | 'vault'>;

export const systemContext = (app: EngineApp): Ctx => commandContext(app.database.primary, system, app.clock(), app.owed, app.vault);

const atOnce = 200;
const low = 100;

interface Options {
  readonly app: EngineApp;
  readonly mailing: Mailing;
  readonly worker: string;
  /** How many may be taken now. */
  readonly allow: (asked: number) => Promise<number>;
  readonly end: (ending: Ending) => void;
  readonly until: () => boolean;
}

/** The recipients of a mailing whose turn it is, some ahead, until nobody waits or it is told to stop. */
export class Feed {
  readonly #ready: Turn[] = [];
  readonly #given: Options;
  #filling: Promise<void> | undefined;
  #drained = false;
  #stopped = false;
  #failed: { readonly cause: unknown } | undefined;

  constructor(given: Options) {
    this.#given = given;
  }

  /** Nobody waits any more, as far as is known. */
  get isDrained(): boolean {
    return this.#drained;
  }

  async next(): Promise<Turn | null> {
    for (;;) {
      const more = !this.#drained && !this.#stopped && this.#given.until();
      if (more && this.#ready.length < low) this.#filling ??= this.#fillSafely();
      const turn = this.#stopped ? undefined : this.#ready.shift();
      if (turn) return turn;
      if (this.#failed) throw this.#failed.cause;
      if (!this.#filling) return null;
      await this.#filling;
    }
  }

  /** Takes nobody more, and lets go those who were taken and not tried. */
  stop(): void {
    this.#stopped = true;
    for (const { id } of this.#ready.splice(0)) this.#given.end(untried(id));
  }

  async #fillSafely(): Promise<void> {
    try {
      await this.#fill();
    } catch (cause) {
      this.#failed = { cause };
      this.#stopped = true;
    } finally {
      this.#filling = undefined;
    }
  }

  async #fill(): Promise<void> {
    const { app, mailing, worker, allow, end } = this.#given;
    const claimed = await claimRecipients(app.database.primary, mailing.id, worker, app.clock(), await allow(atOnce));
    if (claimed.length === 0) {
      this.#drained = true;
      return;
    }
    const known = new Map(
      (
        await addresseesNow(
          systemContext(app),
          claimed.map(({ contact }) => contact),
          mailing,
        )
      ).map((one) => [one.id, one]),
    );
    for (const { id, contact, tries } of claimed) {
      const to = known.get(contact);
      const { address = null, why = 'erased' } = to ?? {};
      if (!to || why !== null) end(suppressed(id, why ?? 'erased'));
      else if (address === null || !isDeliverable(address)) end(suppressed(id, 'address'));
      else if (this.#stopped) end(untried(id));
      else this.#ready.push({ id, tries, to: { ...to, address } });
    }
  }
}
