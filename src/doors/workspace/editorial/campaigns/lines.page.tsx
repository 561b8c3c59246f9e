import { Form, useLoaderData } from 'react-router';
import {
  editLineInput,
  lineInput,
  messageLines,
  placeLine,
  placeLineInput,
  removeLine,
  removeLineInput,
  writeLine,
} from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect, type Writing } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField, TextField, type Answer } from '#ui/field.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';

export const handle = campaignHandle('campaigns.lines');

export const loader = load(async (asked) => {
  const frame = await campaignFrame(asked);
  return { ...frame, ...(await messageLines(asked.ctx, frame.campaign.id)) };
});

export const action = act(async (asked) => {
  const result = await write(asked);
  const done = asked.typed.fields.intent === 'remove' ? 'line_removed' : 'line';
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${asked.params.campaign}/lines?done=${done}`);
});

async function write({ typed, params, perform }: Writing) {
  const fields = { ...typed.fields, campaign: params.campaign };
  switch (typed.fields.intent) {
    case 'remove': {
      const input = parse(removeLineInput, fields);
      return isRefusal(input) ? input : perform((ctx) => removeLine(ctx, input));
    }
    case 'up':
    case 'down': {
      const input = parse(placeLineInput, { ...fields, up: typed.fields.intent === 'up' });
      return isRefusal(input) ? input : perform((ctx) => placeLine(ctx, input));
    }
    case 'edit': {
      const input = parse(editLineInput, fields);
      return isRefusal(input) ? input : perform((ctx) => writeLine(ctx, input));
    }
    default: {
      const input = parse(lineInput, fields);
      return isRefusal(input) ? input : perform((ctx) => writeLine(ctx, input));
    }
  }
}

/** What a campaign says, in order, and how it speaks. */
export default function Lines() {
  const data = useLoaderData<typeof loader>();
  const { campaign, lines, tone, writes } = data;
  const { say } = useWords();
  const added = useAnswer('add');
  const edited = useAnswer('edit');
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="lines" />
      <div className="two">
        <Section title={say('campaigns.lines')} count={lines.length}>
          {lines.length === 0 && (
            <Empty slim title={say('campaigns.lines_none')}>
              {say('campaigns.lines_none_how')}
            </Empty>
          )}
          <ol className="says">
            {lines.map((line, at) => (
              <li key={line.id}>
                <b>{line.line}</b>
                {line.detail && <p className="said">{line.detail}</p>}
                {line.signs.length > 0 && (
                  <p className="small muted">
                    {say('campaigns.signs')}: {line.signs.join(' · ')}
                  </p>
                )}
                {writes && (
                  <div className="line-moves">
                    <Form method="post">
                      <input type="hidden" name="id" value={line.id} />
                      {at > 0 && (
                        <button className="button small quiet" name="intent" value="up">
                          {say('campaigns.line_up')} <span className="sr">{line.line}</span>
                        </button>
                      )}
                      {at < lines.length - 1 && (
                        <button className="button small quiet" name="intent" value="down">
                          {say('campaigns.line_down')} <span className="sr">{line.line}</span>
                        </button>
                      )}
                      <button className="button small quiet" name="intent" value="remove">
                        {say('campaigns.line_remove')} <span className="sr">{line.line}</span>
                      </button>
                    </Form>
                    <details className="way" open={edited?.typed.id === String(line.id)}>
                      <summary>
                        {say('campaigns.line_edit')} <span className="sr">{line.line}</span>
                      </summary>
                      <Form method="post" className="form">
                        <input type="hidden" name="id" value={line.id} />
                        <LineFields line={line} answer={edited?.typed.id === String(line.id) ? edited : undefined} />
                        <button className="button small" name="intent" value="edit">
                          {say('campaigns.save')}
                        </button>
                      </Form>
                    </details>
                  </div>
                )}
              </li>
            ))}
          </ol>
        </Section>
        <aside>
          <Section title={say('campaigns.tone')}>
            <p className="pad said">{tone || <span className="muted">{say('campaigns.tone_none')}</span>}</p>
            <p className="small muted">{say('campaigns.lines_beside')}</p>
          </Section>
          {writes && (
            <Section title={say('campaigns.line_add')}>
              <Form method="post" className="form" key={`${campaign.id} ${lines.length}`}>
                <FormRefusal answer={added} />
                <LineFields answer={added} />
                <p className="actions">
                  <button className="button primary" name="intent" value="add">
                    {say('campaigns.line_add_do')}
                  </button>
                </p>
              </Form>
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}

function LineFields({ line, answer }: { line?: { line: string; detail: string; signs: readonly string[] }; answer: Answer | undefined }) {
  const { say } = useWords();
  return (
    <>
      <TextAreaField
        name="line"
        label={say('campaigns.line')}
        hint={say('campaigns.line_hint')}
        defaultValue={line?.line}
        answer={answer}
        rows={2}
        maxLength={300}
      />
      <TextAreaField
        name="detail"
        label={say('campaigns.line_detail')}
        hint={say('campaigns.line_detail_hint')}
        optional
        defaultValue={line?.detail}
        answer={answer}
        rows={2}
        maxLength={2000}
      />
      <TextField
        name="signs"
        label={say('campaigns.signs')}
        hint={say('campaigns.signs_hint')}
        optional
        defaultValue={line?.signs.join(', ')}
        answer={answer}
        maxLength={1000}
      />
    </>
  );
}
