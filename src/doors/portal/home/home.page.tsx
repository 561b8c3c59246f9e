import { useLoaderData } from 'react-router';
import { load } from '#platform/http/page.ts';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { usePortal } from '../portal.ts';
import { Block } from './blocks.tsx';
import { shownHome, type ShownBlock } from './home-blocks.ts';
import { Standings } from './standings.tsx';

export const loader = load(({ ctx }) => shownHome(ctx));

/** The front page, in the editor's order: what leads it first, then a wide block beside a narrow one, or the whole width. */
export default function Home() {
  const { blocks, others } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const institution = usePortal()?.institution;
  const house = institution ? [institution.kind, institution.name].filter(Boolean).join(' ') : '';
  const lead = blocks.find((block) => block.block === 'lead');
  const plan = blocks.find((block) => block.block === 'plan');
  if (!lead && plan) {
    const rest = blocks.filter((block) => block !== plan);
    return <Standings standing={plan.standing} others={others} house={house} more={rest.length > 0 && <Rows blocks={rest} />} />;
  }
  if (!lead)
    return (
      <Page title={house} description={say('portal.plans.none_yet')}>
        <section className="front alone">
          <div>
            <h1 className="voice">{say('portal.home.none', { house })}</h1>
            <p className="lede">{say('portal.plans.none_yet')}</p>
          </div>
        </section>
        <Rows blocks={blocks} />
      </Page>
    );
  return (
    <Page title={house} description={lead.story.lead || lead.story.title}>
      <Block block={lead} />
      <Rows blocks={blocks.filter((block) => block !== lead)} />
    </Page>
  );
}

const wide = new Set(['news', 'campaign', 'plan']);

function Rows({ blocks }: { blocks: readonly ShownBlock[] }) {
  const rows: ShownBlock[][] = [];
  for (const block of blocks) {
    const before = rows.at(-1);
    if (before?.length === 1 && wide.has(before[0]!.block) && !wide.has(block.block)) before.push(block);
    else rows.push([block]);
  }
  return rows.map((row, at) =>
    row.length === 2 ? (
      <div className="river" key={at}>
        {row.map((block) => (
          <Block key={block.block} block={block} />
        ))}
      </div>
    ) : (
      <Block key={at} block={row[0]!} whole />
    ),
  );
}
