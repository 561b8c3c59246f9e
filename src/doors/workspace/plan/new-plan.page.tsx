import { Form, Link, useActionData, useLoaderData } from 'react-router';
import {
  beginPlan,
  importPlan,
  importVoice,
  largestFile,
  newPlanInput,
  previewImport,
  writeYaml,
  type Fault,
} from '#domains/plan/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { parse, type TypedFile } from '#platform/http/form.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField, type Answer } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { Faults } from './faults.tsx';
import { Preview, type Previewed } from './preview.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('plan.plans'), to: '/workspace/plans' }, { name: say('plan.upload') }],
};

export const loader = load(async ({ ctx }) => ({ megabytes: largestFile / 1024 / 1024, units: await unitOptions(ctx) }));

export const action = act(
  async ({ typed, perform }) => {
    const { intent, text } = typed.fields;
    if (intent === 'import' && typeof text === 'string') {
      const imported = await perform((ctx) => importPlan(ctx, { bytes: new TextEncoder().encode(text) }));
      return isRefusal(imported) ? imported : redirect(`/workspace/plans/${imported.plan}/tree`);
    }
    if (intent === 'begin') {
      const input = parse(newPlanInput, typed.fields);
      if (isRefusal(input)) return input;
      const begun = await perform((ctx) => beginPlan(ctx, input));
      return isRefusal(begun) ? begun : redirect(`/workspace/plans/${begun.plan}/tree`);
    }
    const [file] = typed.files['file'] ?? [];
    if (!file || file.size === 0) return refuse('plan.no_file', {}, 'file');
    const bytes = await bytesOf(file);
    const looked = await perform((ctx) => previewImport(ctx, { bytes }));
    if (isRefusal(looked)) return looked;
    const newUnits = looked.units.filter(({ id }) => id === null);
    const voice = importVoice({
      existing: looked.existing,
      number: looked.number,
      activities: looked.counts['activities'] ?? 0,
      newUnits: newUnits.length,
      title: looked.file.plan.title,
    });
    // What was read travels back as text: nothing has to be uploaded twice, and a workbook says the same as its YAML.
    return {
      preview: {
        voice,
        counts: looked.counts,
        units: looked.units,
        plan: looked.file.plan,
        text: writeYaml(looked.file),
      } satisfies Previewed,
    };
  },
  { file: largestFile },
);

async function bytesOf(file: TypedFile): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of file.content()) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

export default function NewPlan() {
  const { say } = useWords();
  const { megabytes, units } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>() as Answer | { preview: Previewed } | undefined;
  const refused = result && 'problems' in result ? result : undefined;
  const begins = refused?.typed.intent === 'begin' ? refused : undefined;
  const answer = begins ? undefined : refused;
  const refusal = answer?.refusal;
  if (result && 'preview' in result) return <Preview {...result.preview} />;
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.upload')} · Pregón`}</title>
      <Head name={say('plan.upload')} voice={say('plan.upload_voice')} />
      <div className="two">
        <div>
          <Form method="post" encType="multipart/form-data" className="form">
            <FormRefusal answer={answer} />
            {refusal?.refused === 'plan_file.faulty' && <Faults faults={(refusal as { faults?: readonly Fault[] }).faults ?? []} />}
            <TextField
              type="file"
              name="file"
              label={say('plan.file')}
              hint={say('plan.file_hint', { megabytes })}
              accept=".yaml,.yml,.xlsx"
              required
              answer={answer}
            />
            <div className="actions">
              <button className="button primary" name="intent" value="preview">
                {say('plan.preview')}
              </button>
            </div>
          </Form>
          <Section title={say('plan.begin')}>
            <Form method="post" className="form">
              <p className="small muted">{say('plan.begin_how')}</p>
              <FormRefusal answer={begins} />
              <TextField name="title" label={say('plan.begin_title')} maxLength={300} required answer={begins} />
              <SelectField
                name="unit"
                label={say('plan.begin_unit')}
                required
                answer={begins}
                options={units.map(({ id, name, depth }) => ({ value: String(id), label: `${'\u2003'.repeat(depth)}${name}` }))}
              />
              <TextField name="startsOn" type="date" label={say('plan.begin_from')} required answer={begins} />
              <TextField name="endsOn" type="date" label={say('plan.begin_to')} required answer={begins} />
              <p>
                <button className="button" name="intent" value="begin">
                  {say('plan.begin_do')}
                </button>
              </p>
            </Form>
          </Section>
        </div>
        <aside>
          <Section title={say('plan.models')}>
            <Facts
              rows={[
                [
                  say('plan.model_xlsx'),
                  <a key="m" href="/workspace/plans/model.xlsx">
                    model.xlsx
                  </a>,
                ],
                [
                  say('plan.template_ministry'),
                  <a key="a" href="/workspace/plans/templates/ministerio-tic">
                    ministerio-tic.yaml
                  </a>,
                ],
                [
                  say('plan.template_office'),
                  <a key="b" href="/workspace/plans/templates/oficina-informatica">
                    oficina-informatica.yaml
                  </a>,
                ],
              ]}
            />
          </Section>
          <p className="small">
            <Link to="/workspace/plans">{say('plan.back_to_plans')}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}
