/** The glass: shows one thing over another, and keeps the hour on all of them. */
export class Stage {
  readonly #root: HTMLElement;
  #zone = 'America/Bogota';
  #locale = 'es-CO';

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get glass(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.glass:last-child');
  }

  tellTimeIn(zone: string, locale: string): void {
    this.#zone = zone;
    this.#locale = locale;
  }

  /** Drawn by the house, from texts that it escaped. */
  show(html: string, now: number, turn?: { readonly at: number; readonly of: number }): HTMLElement {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const glass = holder.content.firstElementChild as HTMLElement;
    const before = [...this.#root.children];
    for (const bars of glass.querySelectorAll('[data-turn]'))
      if (turn && turn.of > 1 && turn.of <= 16)
        bars.replaceChildren(
          ...Array.from({ length: turn.of }, (_, at) => {
            const bar = document.createElement('i');
            bar.classList.toggle('on', at === turn.at);
            return bar;
          }),
        );
    this.#root.append(glass);
    this.tick(now);
    this.fit();
    for (const old of before) {
      old.classList.add('goes');
      setTimeout(() => old.remove(), 300);
    }
    return glass;
  }

  /** What says how it hangs hangs so; the rest goes by the glass, which somebody may have turned. */
  fit(): void {
    const { glass } = this;
    const hung = glass?.matches('.lying, .lying-takeover')
      ? false
      : glass?.matches('.standing, .standing-takeover') || innerHeight > innerWidth;
    document.documentElement.classList.toggle('stands', hung);
  }

  /** The hour and the day of the institution, and what of an agenda is over. */
  tick(now: number): void {
    const time = new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, hour: 'numeric', minute: '2-digit', hour12: true });
    const day = new Intl.DateTimeFormat(this.#locale, { timeZone: this.#zone, weekday: 'long', day: 'numeric', month: 'long' });
    const [hour = '', ...half] = time.format(now).split(/[\s\u00a0\u202f]+/);
    for (const place of this.#root.querySelectorAll('[data-clock]')) {
      const said = `${hour} ${half.join('\u00a0')}`;
      if (place.textContent === said) continue;
      const small = document.createElement('small');
      small.textContent = half.join('\u00a0');
      place.replaceChildren(`${hour} `, small);
    }
    for (const place of this.#root.querySelectorAll('[data-date]')) place.textContent = day.format(now).replace(',', '');
    for (const place of this.#root.querySelectorAll('[data-size]')) place.textContent = `${innerWidth} × ${innerHeight}`;
    for (const row of this.#root.querySelectorAll<HTMLElement>('[data-until]')) if (Number(row.dataset['until']) <= now) row.hidden = true;
  }
}
