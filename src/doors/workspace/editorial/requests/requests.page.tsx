import { useLoaderData } from 'react-router';
import { editorialPolicy } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Empty } from '#ui/said-back.tsx';
import { useWords } from '#ui/words.tsx';
import { pileOf } from './pile.ts';
import { Pile } from './pile.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('requests.requests') }],
  topics: () => ['requests'],
};

export const loader = load(async ({ ctx, url, visit }) => ({
  pile: await pileOf(ctx, url, null),
  triages: may(visit.actor, editorialPolicy['requests.triage']),
}));

export default function Requests() {
  const { pile, triages } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page inbox" id="contenido">
      <title>{`${say('requests.requests')} · Pregón`}</title>
      <Pile data={pile} open={null} opensLinks={triages} heading="h1" />
      <div className="letter none">
        <Empty title={say('requests.choose')}>{say('requests.choose_how')}</Empty>
      </div>
    </main>
  );
}
