import { playFilm } from './film.ts';
import type { HouseClock } from './house-clock.ts';
import type { KeptMedia } from './kept-media.ts';
import type { KeptPlays } from './kept-plays.ts';
import { coverAt, slidesAt, type Program, type Slide } from './program.ts';
import type { Stage } from './stage.ts';

/** What did not let itself be played is tried again after so long. */
const again = 600_000;

interface On {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly since: number;
}

interface Parts {
  readonly clock: HouseClock;
  readonly stage: Stage;
  readonly media: KeptMedia;
  readonly plays: KeptPlays;
  /** Told when something turned out not to play. */
  readonly failed: () => void;
}

/** What is on the glass and what comes after it, as the program says. Proof of play is written when something goes. */
export class Turns {
  readonly #parts: Parts;
  readonly #broken = new Map<string, number>();
  #program: Program | undefined;
  #on: On | undefined;
  #place = -1;
  #next: ReturnType<typeof setTimeout> | undefined;
  #stopFilm: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get on(): On | undefined {
    return this.#on;
  }

  /** The titles of what this device should show and cannot, each once. */
  get cannot(): string[] {
    const { media } = this.#parts;
    const slides = Object.entries(this.#program?.slides ?? {});
    return [
      ...new Set(slides.filter(([key, slide]) => this.#isBroken(key) || slide.media.some(media.isRefused)).map(([, { title }]) => title)),
    ];
  }

  play(program: Program): void {
    this.#program = program;
    if (this.#on?.key === 'idle') this.#on = undefined;
    this.show();
  }

  /** Nothing more of the program, until there is one again. */
  stop(): void {
    this.#program = undefined;
    this.#on = undefined;
    this.#stopFilm?.();
    clearTimeout(this.#next);
  }

  /** Shows what should be shown now; with `go`, the slide after the one that is there. */
  show(go = false): void {
    const program = this.#program;
    if (!program) return;
    const { clock, media } = this.#parts;
    const now = clock.now();
    const cover = coverAt(program, now);
    if (cover) {
      const key = `takeover:${cover.id}`;
      if (this.#on?.key !== key) this.#put(key, { title: cover.title, source: key, html: cover.html });
      return this.#in(1000);
    }
    const keys = slidesAt(program, now, media.isHere).filter((key) => !this.#isBroken(key));
    if (keys.length === 0) {
      if (this.#on?.key !== 'idle') this.#put('idle', { title: '', source: '', html: program.idle });
      return this.#in(1000);
    }
    const at = this.#on ? keys.indexOf(this.#on.key) : -1;
    // What was withdrawn, or whose hour is over, goes at once; what stays goes on to its end.
    if (!go && at >= 0) return;
    this.#place = at >= 0 ? (at + 1) % keys.length : Math.max(0, this.#place) % keys.length;
    const key = keys[this.#place]!;
    this.#turn(key, program.slides[key]!, keys.length);
  }

  #turn(key: string, slide: Slide, of: number): void {
    if (this.#on?.key === key && !slide.film) {
      // Alone in its turn it stays, and is counted again.
      this.close();
      this.#on = { key, title: slide.title, source: slide.source, since: this.#parts.clock.now() };
      return this.#in(slide.seconds * 1000, true);
    }
    const film = this.#put(key, slide, { at: this.#place, of }).querySelector('video');
    if (!slide.film || !film) return this.#in(slide.seconds * 1000, true);
    clearTimeout(this.#next);
    this.#stopFilm = playFilm(film, (seen) => (seen ? this.show(true) : this.#passOver(key)));
  }

  /** A film that does not play is no proof of anything: the next one comes at once. */
  #passOver(key: string): void {
    this.#broken.set(key, this.#parts.clock.now() + again);
    this.#on = undefined;
    this.show();
    this.#parts.failed();
  }

  #isBroken(key: string): boolean {
    const until = this.#broken.get(key);
    return until !== undefined && this.#parts.clock.now() < until;
  }

  #in(milliseconds: number, go = false): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.show(go), milliseconds);
  }

  #put(key: string, { title, source, html }: Pick<Slide, 'title' | 'source' | 'html'>, turn?: { at: number; of: number }): HTMLElement {
    this.close();
    this.#stopFilm?.();
    const now = this.#parts.clock.now();
    this.#on = { key, title, source, since: now };
    return this.#parts.stage.show(html, now, turn);
  }

  /** What was on the glass goes: that it was there is written down. */
  close(): void {
    const { clock, plays } = this.#parts;
    // Nobody saw what a hidden page showed.
    if (!this.#on || this.#on.key === 'idle' || document.hidden) return;
    const { key: item, title, source, since } = this.#on;
    const seconds = Math.min(3600, Math.round((clock.now() - since) / 1000));
    if (seconds < 1) return;
    plays.add({ item, title, source, started: Math.round(since), seconds }).catch(() => undefined);
    this.#on = undefined;
  }
}
