import { workedBoard } from '#domains/metrics/index.ts';
import { publicNotes, publicPlan, publicPosts, type PublicRow } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';

/** How a plan in force stands, as anyone may know it: no person is named, and nothing comes from a draft. @throws NotFound */
export async function standingOf(ctx: Ctx, code: string) {
  const { plan } = await publicPlan(ctx, code);
  const { board, work } = await workedBoard(ctx, plan.id);
  if (work.version.state !== 'in_force') throw new NotFound(`plan ${code}`);
  const rows = new Map(work.rows.map((row) => [row.item, row]));
  const shown = board.rows.flatMap(({ item, activity }) => [rows.get(item)!, rows.get(activity)!]);
  const [posts, allNotes] = await Promise.all([
    publicPosts(ctx, shown),
    publicNotes(
      ctx,
      shown.map(({ item }) => item),
    ),
  ]);
  const notes = Map.groupBy(allNotes, ({ item }) => item);
  const postOf = (item: number) => posts.get(rows.get(item)?.person ?? '') || null;
  return {
    plan: {
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unitName: plan.unitName,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
    },
    version: { number: work.version.number, inForceFrom: work.version.inForceFrom! },
    today: board.today,
    advance: board.advance,
    lights: board.lights,
    activities: board.activities,
    lateActivities: board.lateActivities,
    objectives: board.objectives,
    components: board.components,
    aligned: board.aligned.map(({ code: other, title }) => ({ code: other, title })),
    figures: board.rows.map(({ personName: _name, ...figure }) => {
      const row = rows.get(figure.item)!;
      const said = [...(notes.get(figure.item) ?? []), ...(notes.get(figure.activity) ?? [])];
      return {
        ...figure,
        code: row.code,
        description: row.description,
        frequency: row.frequency!,
        direction: row.direction!,
        addsUp: row.addsUp!,
        baseline: row.baseline,
        baselineNote: row.baselineNote,
        activityTitle: rows.get(figure.activity)?.title ?? '',
        post: postOf(figure.item) ?? postOf(figure.activity),
        unitName: figure.unitName ?? plan.unitName,
        causes: said.filter(({ kind }) => kind === 'cause'),
        actions: said.filter(({ kind }) => kind === 'action'),
      };
    }),
  };
}

export type Standing = Awaited<ReturnType<typeof standingOf>>;
export type PublicFigure = Standing['figures'][number];
export type { PublicRow };
