import { planBoard } from '#domains/metrics/index.ts';
import { publicDocument, publicNotes, publicPlan, type PublicRow } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';

/** How a plan in force stands, as anyone may know it: no person is named, and nothing comes from a draft. @throws NotFound */
export async function standingOf(ctx: Ctx, code: string) {
  const { plan } = await publicPlan(ctx, code);
  const [document, board] = await Promise.all([publicDocument(ctx, code), planBoard(ctx, plan.id)]);
  const rows = new Map(document.rows.map((row) => [row.item, row]));
  const notes = Map.groupBy(
    await publicNotes(
      ctx,
      board.rows.flatMap(({ item, activity }) => [item, activity]),
    ),
    ({ item }) => item,
  );
  return {
    plan: {
      code: plan.code,
      title: plan.title,
      summary: plan.summary,
      unitName: plan.unitName,
      startsOn: plan.startsOn,
      endsOn: plan.endsOn,
    },
    version: { number: document.version.number, inForceFrom: document.version.inForceFrom! },
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
        post: row.post ?? rows.get(figure.activity)?.post ?? null,
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
