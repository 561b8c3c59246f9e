import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Log } from '#platform/log/log.ts';

export interface LiveNotice {
  readonly topic: string;
  readonly event: string;
  readonly id: number;
  /** The topics of the things that it is about, such as `piece:7`. */
  readonly about?: readonly string[];
}

/** A connection that was cut without a word is found out within twice this. */
const beat = 10_000;

/**
 * One connection per process that listens to PostgreSQL: emits `live` with a LiveNotice and `reactions` when some are owed.
 * After a lost connection it comes back by itself and emits `gap`, because notices of the meantime are gone.
 */
export class Listener extends EventEmitter<{ live: [LiveNotice]; reactions: []; gap: [] }> {
  readonly #url: string;
  readonly #log: Log;
  readonly #beat: number;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(url: string, log: Log, options: { readonly beat?: number } = {}) {
    super();
    this.setMaxListeners(0);
    this.#url = url;
    this.#log = log;
    this.#beat = options.beat ?? beat;
  }

  async open(): Promise<this> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'pregon listener',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === 'reactions') this.emit('reactions');
      if (channel === 'live' && payload) this.emit('live', JSON.parse(payload) as LiveNotice);
    });
    client.on('error', (err) => this.#log.warn({ err }, 'the listening connection broke'));
    client.once('end', () => this.#reopen());
    this.#client = client;
    await client.connect();
    await client.query('listen live; listen reactions');
    this.#feel(client);
    return this;
  }

  /** Asks now and then whether the other end is there: one that only listens would never learn that it is not. */
  #feel(client: pg.Client): void {
    let answered = true;
    const timer = setInterval(() => {
      if (!answered) return void client.connection.stream.destroy();
      answered = false;
      client.query('select').then(
        () => (answered = true),
        () => undefined,
      );
    }, this.#beat).unref();
    client.once('end', () => clearInterval(timer));
  }

  #reopen(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      this.open().then(
        () => this.emit('gap'),
        () => undefined,
      );
    }, 500).unref();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }
}
