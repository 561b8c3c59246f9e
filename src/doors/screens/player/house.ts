import type { HouseClock } from './house-clock.ts';
import type { Play } from './kept-plays.ts';
import type { Program } from './program.ts';

/** Not heard: no network, a server that is down, or one that says to wait. */
export class NotHeard extends Error {}
/** The house does not know this device: it has no place, or not any more. */
export class NoPlace extends Error {}

interface Answer {
  readonly now: number;
}

/** What a device asks the house. Each answer brings its hour. */
export class House {
  readonly #clock: HouseClock;

  constructor(clock: HouseClock) {
    this.#clock = clock;
  }

  /** A code to show, and how it is drawn. */
  beginPairing(): Promise<{ code: string; html: string; seconds: number }> {
    return this.#post('/screens/pairings', { width: innerWidth, height: innerHeight });
  }

  /** Answers once somebody gave this screen its place, or after a while. */
  async waitForPlace(): Promise<'adopted' | 'waits' | 'over'> {
    return (await this.#post<{ state: 'adopted' | 'waits' | 'over' }>('/screens/place', {}, 40_000)).state;
  }

  /** The program; undefined when it is still the one of this hash. */
  async program(sha256: string | undefined): Promise<Program | undefined> {
    const { program } = await this.#ask<{ program?: Program }>(`/screens/program${sha256 ? `?known=${sha256}` : ''}`, { method: 'GET' });
    return program;
  }

  beat(said: object): Promise<Answer> {
    return this.#post('/screens/beats', said);
  }

  tellPlays(plays: readonly Play[]): Promise<Answer> {
    return this.#post('/screens/plays', { plays });
  }

  #post<T = Answer>(path: string, body: object, patience?: number): Promise<T & Answer> {
    return this.#ask<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, patience);
  }

  async #ask<T>(path: string, init: RequestInit, patience = 15_000): Promise<T & Answer> {
    const asked = performance.now();
    const response = await fetch(path, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) }).catch((cause: unknown) => {
      throw new NotHeard(String(cause));
    });
    if (response.status === 401) throw new NoPlace();
    if (!response.ok) throw new NotHeard(String(response.status));
    const answer = (await response.json().catch((cause: unknown) => {
      throw new NotHeard(String(cause));
    })) as T & Answer;
    if (!path.startsWith('/screens/place')) this.#clock.hear({ house: answer.now, asked, heard: performance.now() });
    return answer;
  }
}
