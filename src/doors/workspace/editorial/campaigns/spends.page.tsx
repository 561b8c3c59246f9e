import { Form, useLoaderData } from 'react-router';
import { noteSpend, spendInput, voidSpend, voidSpendInput } from '#domains/editorial/index.ts';
import { parse } from '#platform/http/form.ts';
import { keepTypedFiles } from '#platform/http/typed-files.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../../organization/answer.ts';
import { CampaignHead } from './campaign-head.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { campaignFrame, campaignHandle } from './frame.ts';
import { Money } from './money.tsx';

export const handle = campaignHandle('campaigns.spends');

export const loader = load((asked) => campaignFrame(asked));

export const action = act(async ({ typed, perform, params, visit }) => {
  const fields = { ...typed.fields, campaign: params.campaign };
  const here = `/workspace/campaigns/${params.campaign}/spends`;
  if (typed.fields.intent === 'void') {
    const input = parse(voidSpendInput, fields);
    const result = isRefusal(input) ? input : await perform((ctx) => voidSpend(ctx, input));
    return isRefusal(result) ? result : redirect(`${here}?done=spend_voided`);
  }
  const input = parse(spendInput, { ...fields, file: '' });
  if (isRefusal(input)) return input;
  const result = await perform(async (ctx) => {
    const files = await keepTypedFiles(visit.app, ctx, typed);
    return isRefusal(files) ? files : noteSpend(ctx, { ...input, file: files[0] ?? null });
  });
  return isRefusal(result) ? result : redirect(`${here}?done=spend`);
});

/** What a campaign cost: who was paid, by which contract, with what proves it. */
export default function Spends() {
  const data = useLoaderData<typeof loader>();
  const { campaign, spends, spent, actions, spending, today } = data;
  const { say, format } = useWords();
  const noted = useAnswer('note');
  const voided = useAnswer('void');
  const download = (form: string) => `/workspace/campaigns/${campaign.id}/spends/export?format=${form}`;
  return (
    <main className="page" id="contenido">
      <CampaignHead frame={data} here="spends" />
      <FormRefusal answer={voided} />
      <div className="two">
        <div>
          <CampaignTable
            of="spends"
            rows={spends}
            more={
              <span className="small">
                {say('campaigns.export')} <a href={download('xlsx')}>XLSX</a> · <a href={download('csv')}>CSV</a>
              </span>
            }
            columns={[
              {
                key: 'supplier',
                name: say('campaigns.supplier'),
                phone: 'lead',
                cell: (spend) => (
                  <>
                    <b>{spend.supplier}</b>
                    <small>
                      {spend.concept}
                      {spend.actionTitle && ` · ${spend.actionTitle}`}
                    </small>
                    {spend.voidedAt && (
                      <small className="late">{say('campaigns.voided', { who: spend.voidedByName ?? '', reason: spend.voidReason })}</small>
                    )}
                  </>
                ),
              },
              {
                key: 'contract',
                name: say('campaigns.contract'),
                phone: 'second',
                cell: ({ contract, file, fileName }) => (
                  <>
                    <span className="whole">{contract}</span>
                    {file && (
                      <small>
                        <a href={`/files/${file}`}>{fileName}</a>
                      </small>
                    )}
                  </>
                ),
              },
              {
                key: 'day',
                name: say('campaigns.spent_on'),
                cell: ({ spentOn }) => <span className="whole">{format.shortDay(spentOn, today)}</span>,
              },
              {
                key: 'amount',
                name: say('campaigns.amount'),
                number: true,
                phone: 'figure',
                cell: ({ amount, voidedAt }) => (voidedAt ? <s className="muted">{format.money(amount)}</s> : format.money(amount)),
              },
              {
                key: 'void',
                name: <span className="sr">{say('campaigns.void')}</span>,
                phone: 'under',
                cell: ({ id, supplier, voidedAt }) =>
                  spending &&
                  voidedAt === null && (
                    <details className="way" open={voided?.typed.id === String(id)}>
                      <summary>
                        {say('campaigns.void')} <span className="sr">{supplier}</span>
                      </summary>
                      <Form method="post" className="form">
                        <input type="hidden" name="id" value={id} />
                        <TextField
                          name="reason"
                          label={say('campaigns.void_why')}
                          maxLength={2000}
                          answer={voided?.typed.id === String(id) ? voided : undefined}
                        />
                        <button className="button small" name="intent" value="void">
                          {say('campaigns.void')}
                        </button>
                      </Form>
                    </details>
                  ),
              },
            ]}
          />
          <p className="small muted">{say('campaigns.spend_law')}</p>
        </div>
        <aside>
          <Money budget={campaign.budget} spent={spent} />
          {spending && (
            <Section title={say('campaigns.spend')}>
              <Form method="post" encType="multipart/form-data" className="form" key={spends.length}>
                <FormRefusal answer={noted} />
                <TextField name="supplier" label={say('campaigns.supplier')} answer={noted} maxLength={200} />
                <TextField
                  name="contract"
                  label={say('campaigns.contract')}
                  hint={say('campaigns.contract_hint')}
                  answer={noted}
                  maxLength={120}
                />
                <TextField name="concept" label={say('campaigns.concept')} answer={noted} maxLength={200} />
                <TextField
                  name="amount"
                  label={say('campaigns.amount')}
                  hint={say('campaigns.amount_hint')}
                  inputMode="numeric"
                  answer={noted}
                  maxLength={30}
                />
                <TextField name="spentOn" type="date" label={say('campaigns.spent_on')} answer={noted} max={today} defaultValue={today} />
                <SelectField
                  name="action"
                  label={say('campaigns.for_action')}
                  blank={say('campaigns.for_action_none')}
                  options={actions.map(({ id, title }) => ({ value: String(id), label: title }))}
                  answer={noted}
                />
                <TextField
                  name="files"
                  type="file"
                  accept="application/pdf,image/*"
                  label={say('campaigns.evidence')}
                  hint={say('campaigns.evidence_hint')}
                  optional
                  answer={noted}
                />
                <p className="actions">
                  <button className="button primary" name="intent" value="note">
                    {say('campaigns.spend_do')}
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
