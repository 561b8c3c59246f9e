import { useLoaderData } from 'react-router';
import { type FoundInEditorial, searchEditorial } from '#domains/editorial/index.ts';
import { searchOrganization } from '#domains/organization/index.ts';
import { searchPlans } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { Filters } from '#ui/filters.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import type { Say } from '#platform/i18n/words.ts';
import { Found, type Result } from './found.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => [{ name: say('workspace.search.title') }] };

export const loader = load(async ({ ctx, url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  if (text.length < 2) return { text: '', results: [] as Result[] };
  const [plans, editorial, organization] = await Promise.all([
    searchPlans(ctx, text, 20),
    searchEditorial(ctx, text, 8),
    searchOrganization(ctx, text, 10),
  ]);
  const results: Result[] = [
    ...plans.map((found) => ({ kind: found.kind, title: found.title, more: found.plan, to: planAddress(found) })),
    ...editorial.map((found) => ({ ...found, to: `/workspace/${places[found.kind]}/${found.id}` })),
    ...organization.map((found) => ({
      kind: found.kind,
      title: found.name,
      more: found.more,
      to: found.kind === 'unit' ? `/workspace/settings/units/${found.id}` : `/workspace/settings/people/${found.id}`,
    })),
  ];
  return { text, results };
});

const places: Record<FoundInEditorial['kind'], string> = { piece: 'pieces', request: 'requests', campaign: 'campaigns', asset: 'assets' };

function planAddress(found: { kind: string; planId: number; itemId: number | null }): string {
  if (found.kind === 'activity') return `/workspace/activities/${found.itemId}`;
  if (found.kind === 'indicator') return `/workspace/indicators/${found.itemId}`;
  if (found.itemId !== null) return `/workspace/plans/${found.planId}/tree?item=${found.itemId}`;
  return `/workspace/plans/${found.planId}`;
}

export default function Search() {
  const { text, results } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('workspace.search.title')} · Pregón`}</title>
      <Head
        name={say('workspace.search.title')}
        low
        voice={text ? say('workspace.search.voice', { count: results.length, text }) : say('workspace.search.ask')}
      />
      <Filters search={say('ui.find')} />
      <Found results={results} text={text} />
    </main>
  );
}
