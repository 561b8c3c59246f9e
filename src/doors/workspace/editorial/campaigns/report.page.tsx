import { Form, useLoaderData } from 'react-router';
import { campaignReportInput, writeCampaignReport } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { FormRefusal, TextAreaField } from '#ui/field.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';

export const handle = campaignHandle('campaigns.report');

export const loader = load(async (asked) => {
  const frame = await campaignFrame(asked);
  return { ...frame, html: htmlOf(frame.campaign.report) };
});

export const action = act(async ({ typed, perform, params }) => {
  const input = parse(campaignReportInput, { ...typed.fields, campaign: params.campaign });
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => writeCampaignReport(ctx, input));
  return isRefusal(result) ? result : redirect(`/workspace/campaigns/${params.campaign}/report?done=report`);
});

/** How a campaign went, in words; with its figures it is taken away as a PDF. */
export default function Report() {
  const data = useLoaderData<typeof loader>();
  const { campaign, html, reports } = data;
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <CampaignHead
        frame={data}
        here="report"
        actions={
          <a className="button" href={`/workspace/campaigns/${campaign.id}/report.pdf`}>
            {say('campaigns.report_pdf')}
          </a>
        }
      />
      {reports && (
        <Form method="post" className="form">
          <FormRefusal answer={answer} />
          <input type="hidden" name="revision" value={campaign.revision} />
          <TextAreaField
            name="report"
            label={say('campaigns.report_text')}
            hint={say('campaigns.report_hint')}
            defaultValue={campaign.report}
            answer={answer}
            rows={14}
            maxLength={50_000}
          />
          <p className="actions">
            <button className="button primary">{say('campaigns.save')}</button>
          </p>
        </Form>
      )}
      {campaign.report === '' ? (
        !reports && <Empty slim title={say('campaigns.report_none')} />
      ) : (
        <Section title={say('campaigns.report_read')}>
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
        </Section>
      )}
    </main>
  );
}
