import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { SlideSource } from '#platform/slides/slide.ts';
import { institutionOf } from '#domains/organization/index.ts';
import { publicPlans } from '#domains/plan/index.ts';
import type { BoardRow } from './board-rows.ts';
import { planBoard } from './board.ts';

// What an institution says is in Spanish, whoever reads it.
const words = say('es');

/** The indicators of the plans in force, which anybody may read; never a figure alone: what it should be today beside it. */
export const figureSlides: SlideSource = {
  kind: 'figure',
  choices: async (ctx) => {
    const boards = await Promise.all((await publicPlans(ctx)).map(({ plan }) => planBoard(ctx, plan.id)));
    return boards.flatMap(({ rows }) => rows.map(({ item, title }) => ({ ref: String(item), name: title })));
  },
  nameOf: async (ctx, ref) => (await find(ctx, ref))?.title ?? null,
  draw: async (ctx, ref) => {
    const row = await find(ctx, ref);
    if (!row || row.value === null) return null;
    const format = formatIn('es', (await institutionOf(ctx)).zone);
    const said = (value: number) =>
      row.figureUnit === '%' ? format.percent(value, 1) : format.number(value, Math.abs(value) < 100 ? 1 : 0);
    return {
      kind: 'figure',
      title: row.title,
      source: `indicator:${row.item}`,
      kicker: row.unitName ?? '',
      huge: said(row.value),
      lead: [
        row.figureUnit === '%' ? '' : row.figureUnit,
        row.due === null ? '' : words('screens.glass.due', { due: said(row.due) }),
        row.target === null ? '' : words('screens.glass.target', { target: said(row.target) }),
      ]
        .filter(Boolean)
        .join(' · '),
    };
  },
};

async function find(ctx: Ctx, ref: string): Promise<BoardRow | undefined> {
  if (!/^\d{1,15}$/.test(ref)) return undefined;
  for (const { plan } of await publicPlans(ctx)) {
    const row = (await planBoard(ctx, plan.id)).rows.find(({ item }) => item === Number(ref));
    if (row) return row;
  }
  return undefined;
}
