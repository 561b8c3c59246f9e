import type { Viewed } from './visits.queries.ts';

const most = 300_000;

/** Whom this process saw in which section today, and has written down: who comes again there is no new session, and need not be asked for. */
export class KnownVisitors {
  #day = '';
  readonly #seen = new Set<string>();

  /** The same views, without the visitors who can begin nothing new. */
  without(views: readonly Viewed[]): Viewed[] {
    return views.map((view) => (view.visitor && this.#seen.has(keyOf(view)) ? { ...view, visitor: null } : view));
  }

  /** They are committed. */
  note(views: readonly Viewed[]): void {
    for (const view of views) {
      if (view.day !== this.#day || this.#seen.size > most) {
        this.#day = view.day;
        this.#seen.clear();
      }
      if (view.visitor) this.#seen.add(keyOf(view));
    }
  }
}

const keyOf = ({ day, site, visitor, section }: Viewed) => `${day} ${site} ${visitor!.toString('latin1')} ${section}`;
