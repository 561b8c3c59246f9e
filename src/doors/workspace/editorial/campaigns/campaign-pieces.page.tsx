import { Link, useLoaderData } from 'react-router';
import { editorialPolicy, listPieces, pieceFilterInput } from '#domains/editorial/index.ts';
import { load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { Empty } from '#ui/said-back.tsx';
import { Pages, Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.tsx';
import { PieceStateMark } from '../piece-state.tsx';
import { CampaignHead } from './campaign-head.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';

export const handle = campaignHandle('campaigns.pieces');

export const loader = load(async (asked) => {
  const frame = await campaignFrame(asked);
  const filter = pieceFilterInput.parse({ campaign: String(frame.campaign.id), page: asked.url.searchParams.get('page') ?? undefined });
  const { rows, found } = await listPieces(asked.ctx, filter);
  return { ...frame, rows, found, page: filter.page, begins: may(asked.visit.actor, editorialPolicy['pieces.write']) && frame.open };
});

/** The pieces of a campaign that one may read. */
export default function CampaignPieces() {
  const data = useLoaderData<typeof loader>();
  const { rows, found, page, campaign, begins, today } = data;
  const { say, format } = useWords();
  const begin = begins && (
    <Link className="button primary" to={`/workspace/pieces/new?campaign=${campaign.id}${campaign.item ? `&item=${campaign.item}` : ''}`}>
      {say('campaigns.piece_new')}
    </Link>
  );
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="pieces" actions={begin} />
      <Table
        caption={say('campaigns.pieces')}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<Empty title={say('campaigns.pieces_none')}>{say('campaigns.pieces_none_how')}</Empty>}
        columns={[
          {
            key: 'title',
            name: say('campaigns.piece'),
            phone: 'lead',
            cell: ({ id, title, kind }) => (
              <>
                <Link className="quiet" to={`/workspace/pieces/${id}`}>
                  <b>{title}</b>
                </Link>
                <small>{say(`pieces.kind.${kind}`)}</small>
              </>
            ),
          },
          { key: 'owner', name: say('campaigns.owner'), phone: 'second', cell: ({ ownerName }) => ownerName ?? say('campaigns.nobody') },
          { key: 'due', name: say('campaigns.due'), cell: ({ dueOn }) => dueOn && format.shortDay(dueOn, today) },
          { key: 'state', name: say('campaigns.state'), phone: 'under', cell: ({ state }) => <PieceStateMark state={state} /> },
        ]}
      />
      <Pages
        says={say('pieces.shown', { shown: rows.length, count: found })}
        previous={page > 1 ? `?page=${page - 1}` : null}
        next={page * 50 < found ? `?page=${page + 1}` : null}
      />
    </main>
  );
}
