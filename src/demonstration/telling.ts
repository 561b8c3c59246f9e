import type { Ctx, Told } from '#platform/ctx.ts';

/** What an act tells, kept until the acts before it have told theirs: the audit log is in order of time. */
export class Telling {
  readonly #kept: { readonly ctx: Ctx; readonly told: Told[] }[] = [];

  keep(ctx: Ctx, told: readonly Told[]): void {
    const last = this.#kept.at(-1);
    if (last?.ctx.actor === ctx.actor) last.told.push(...told);
    else this.#kept.push({ ctx, told: [...told] });
  }

  async write(): Promise<void> {
    for (const { ctx, told } of this.#kept) await ctx.tell(told);
  }
}
