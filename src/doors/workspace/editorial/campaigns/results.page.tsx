import { Form, useLoaderData } from 'react-router';
import { campaignResults, noteResult, resultInput } from '#domains/editorial/index.ts';
import { zoneOf } from '#domains/organization/index.ts';
import { dayIn } from '#platform/clock/day.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, TextAreaField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';

export const handle = campaignHandle('campaigns.results');

export const loader = load(async (asked) => {
  const frame = await campaignFrame(asked);
  const [results, zone] = await Promise.all([campaignResults(asked.ctx, frame.campaign.id), zoneOf(asked.ctx)]);
  return { ...frame, results: results.map((result) => ({ ...result, writtenOn: dayIn(result.writtenAt, zone) })) };
});

export const action = act(async ({ typed, perform, params, visit }) => {
  const input = parse(resultInput, { ...typed.fields, campaign: params.campaign, file: '' });
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : noteResult(ctx, { ...input, file: files[0] ?? null });
  });
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${params.campaign}/results?done=result`);
});

/** The figures that say whether a campaign reached what it was for. */
export default function Results() {
  const data = useLoaderData<typeof loader>();
  const { campaign, results, reports, today } = data;
  const { say, format } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="results" />
      <div className="two">
        <div>
          {campaign.objective && (
            <Section title={say('campaigns.objective')}>
              <p className="pad said">{campaign.objective}</p>
            </Section>
          )}
          <CampaignTable
            of="results"
            rows={results}
            columns={[
              {
                key: 'name',
                name: say('campaigns.result_name'),
                phone: 'lead',
                cell: ({ name, note }) => (
                  <>
                    <b>{name}</b>
                    {note && <small>{note}</small>}
                  </>
                ),
              },
              {
                key: 'value',
                name: say('campaigns.value'),
                number: true,
                phone: 'figure',
                cell: ({ value, unit }) => (
                  <>
                    <b>{format.number(value, 2)}</b> {unit}
                  </>
                ),
              },
              {
                key: 'file',
                name: say('campaigns.evidence'),
                phone: 'under',
                cell: ({ file, fileName }) => file && <a href={`/files/${file}`}>{fileName}</a>,
              },
              {
                key: 'by',
                name: say('campaigns.owner'),
                phone: 'second',
                cell: ({ writtenByName, writtenOn }) =>
                  say('campaigns.by', { who: writtenByName ?? '', day: format.shortDay(writtenOn, today) }),
              },
            ]}
          />
        </div>
        <aside>
          {reports && (
            <Section title={say('campaigns.result')}>
              <Form method="post" encType="multipart/form-data" className="form" key={results.length}>
                <FormRefusal answer={answer} />
                <TextField
                  name="name"
                  label={say('campaigns.result_name')}
                  hint={say('campaigns.result_name_hint')}
                  answer={answer}
                  maxLength={200}
                />
                <TextField
                  name="value"
                  label={say('campaigns.value')}
                  inputMode="decimal"
                  answer={answer}
                  maxLength={30}
                  className="short"
                />
                <TextField
                  name="unit"
                  label={say('campaigns.value_unit')}
                  hint={say('campaigns.value_unit_hint')}
                  answer={answer}
                  maxLength={60}
                />
                <TextAreaField name="note" label={say('campaigns.note')} optional answer={answer} rows={2} maxLength={2000} />
                <TextField name="files" type="file" label={say('campaigns.evidence')} optional answer={answer} />
                <p className="actions">
                  <button className="button primary">{say('campaigns.result_do')}</button>
                </p>
              </Form>
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}
