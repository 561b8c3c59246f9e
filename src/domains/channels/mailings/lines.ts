import type { Log } from '#platform/log/log.ts';
import type { Db } from '#platform/db/database.ts';
import { SmtpClosed, SmtpConnection, usualPatience, type Patience } from './smtp-connection.ts';
import type { Provider } from './servers.ts';
import { markServer, selectFailing } from './throttle.queries.ts';

// How long a server that does not take mail is left alone.
const restSeconds = 30;

/** The conversations of this process with the servers, kept open as long as something goes out. */
export class Lines {
  readonly #open = new Map<number, SmtpConnection[]>();
  readonly #db: Db;
  readonly #log: Log;
  readonly #patience: Patience;

  constructor(db: Db, log: Log, patience: Patience = usualPatience) {
    this.#db = db;
    this.#log = log;
    this.#patience = patience;
  }

  /** The first server that takes mail, by the settings' order; otherwise in how many milliseconds one may. */
  async choose(providers: readonly Provider[]): Promise<Provider | { wait: number }> {
    const failing = await selectFailing(this.#db);
    const able = providers.find(({ number }) => !failing.some((one) => one.number === number));
    return able ?? { wait: Math.max(1, Math.min(...failing.map(({ wait }) => wait))) };
  }

  /** An open line to a server. @throws SmtpClosed: nobody is asked there again for a while */
  async take(provider: Provider): Promise<SmtpConnection> {
    for (let line = this.#free(provider).pop(); line; line = this.#free(provider).pop()) if (line.isOpen) return line;
    try {
      return await SmtpConnection.open(provider.server, this.#patience);
    } catch (cause) {
      if (cause instanceof SmtpClosed) await this.fail(provider, cause.message);
      throw cause;
    }
  }

  giveBack(provider: Provider, line: SmtpConnection): void {
    if (line.isOpen) this.#free(provider).push(line);
  }

  async fail(provider: Provider, why: string): Promise<void> {
    this.#log.warn({ server: provider.number, why }, 'a mail server does not take mail; the next one is asked');
    await markServer(this.#db, provider.number, why.slice(0, 500), restSeconds);
  }

  async works(provider: Provider): Promise<void> {
    await markServer(this.#db, provider.number, null, 0);
  }

  async close(): Promise<void> {
    const all = [...this.#open.values()].flat();
    this.#open.clear();
    await Promise.all(all.map((line) => line.quit()));
  }

  #free({ number }: Provider): SmtpConnection[] {
    const lines = this.#open.get(number) ?? [];
    this.#open.set(number, lines);
    return lines;
  }
}
