import type { Plan } from '#domains/plan/index.ts';
import type { Say } from '#platform/i18n/words.ts';

/** Where the pages of a plan are, and which live topic they watch. */
export function planHandle(page: string) {
  return {
    crumbs: ({ plan }: { plan: Plan }, say: Say) => [
      { name: say('plan.plans'), to: '/workspace/plans' },
      { name: plan.title, to: `/workspace/plans/${plan.id}` },
      { name: say(`plan.tab.${page}`) },
    ],
    topics: ({ plan }: { plan: Plan }) => [`plan:${plan.id}`],
  };
}
