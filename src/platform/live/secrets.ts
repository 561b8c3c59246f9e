import type { ServerResponse } from 'node:http';

/** Whoever listens on a stream. */
export interface Ear {
  /** Streams of the same are asked about once: one session in many windows. */
  readonly who: string;
  /** Whose it is, for the bound of streams of one; without it, none is bound. */
  readonly whose?: string | undefined;
  /** Whether he may, as things stand now, hear a topic. */
  readonly hears: (topic: string) => Promise<boolean>;
}

/** So many are asked about at a time: the other requests want their connections to the database too. */
const atATime = 3;

interface Outcome {
  /** Those who may hear it. */
  readonly heard: (topic: string, streams: ServerResponse[]) => void;
  readonly failed: (err: unknown, topic: string) => void;
  /** Nothing waits any more. */
  readonly idle: () => void;
}

/** Finds who may hear a notice that is about what can be secret, one notice after the other, each as things stand when its turn comes. */
export class Secrets {
  readonly #secret: (guarded: readonly string[]) => Promise<string[]>;
  readonly #earsOf: (topic: string) => [ServerResponse, Ear][];
  readonly #outcome: Outcome;
  readonly #waiting = new Map<string, { topic: string; guarded: readonly string[] }>();
  #runs = false;

  constructor(
    secret: (guarded: readonly string[]) => Promise<string[]>,
    earsOf: (topic: string) => [ServerResponse, Ear][],
    outcome: Outcome,
  ) {
    this.#secret = secret;
    this.#earsOf = earsOf;
    this.#outcome = outcome;
  }

  get idle(): boolean {
    return !this.#runs;
  }

  /** Equal ones that wait are asked about once. */
  tell(topic: string, guarded: readonly string[]): void {
    const key = JSON.stringify([topic, ...guarded]);
    if (!this.#waiting.has(key)) this.#waiting.set(key, { topic, guarded });
    if (!this.#runs) void this.#run();
  }

  async #run(): Promise<void> {
    this.#runs = true;
    for (const [key, { topic, guarded }] of this.#waiting) {
      this.#waiting.delete(key);
      try {
        const secrets = await this.#secret(guarded);
        const ears = this.#earsOf(topic);
        const heard = secrets.length === 0 ? ears.map(([stream]) => stream) : await whoHears(ears, secrets);
        if (heard.length > 0) this.#outcome.heard(topic, heard);
      } catch (cause) {
        this.#outcome.failed(cause, topic);
      }
    }
    this.#runs = false;
    this.#outcome.idle();
  }
}

async function whoHears(ears: readonly [ServerResponse, Ear][], secrets: readonly string[]): Promise<ServerResponse[]> {
  const waiting = new Map(ears.map(([, ear]) => [ear.who, ear])).values();
  const may = new Set<string>();
  const ask = async () => {
    // The same iterator for all: each takes the next.
    for (const { who, hears } of waiting) if (await every(secrets, hears)) may.add(who);
  };
  await Promise.all(Array.from({ length: atATime }, ask));
  return ears.flatMap(([stream, { who }]) => (may.has(who) ? [stream] : []));
}

async function every(topics: readonly string[], hears: (topic: string) => Promise<boolean>): Promise<boolean> {
  for (const topic of topics) if (!(await hears(topic))) return false;
  return true;
}
