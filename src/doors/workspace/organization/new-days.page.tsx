import { Form, Link, useLoaderData } from 'react-router';
import { declareNonWorking, nonWorkingDaysShape, unitOptions } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { crumbs } from './crumbs.ts';
import { UnitField } from './unit-field.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'calendar', { name: say('organization.calendar.declare') }) };

export const loader = load(async ({ ctx }) => ({ units: await unitOptions(ctx) }));

export const action = act(async ({ typed, perform, visit }) => {
  const input = parse(nonWorkingDaysShape, typed.fields);
  if (isRefusal(input)) return input;
  const [file] = typed.files.act_file ?? [];
  const result = await perform(async (ctx) => {
    if (!file) return declareNonWorking(ctx, input);
    const kept = await visit.app.files.keep(ctx, {
      name: file.name,
      content: file.content(),
      accepts: ['application/pdf', 'image/'],
      limit: 20_000_000,
    });
    return isRefusal(kept) ? { ...kept, field: 'act_file' } : declareNonWorking(ctx, input, kept.id);
  });
  return isRefusal(result) ? result : redirect(`/workspace/settings/calendar?year=${input.starts_on.slice(0, 4)}&done=calendar.declare`);
});

export default function NewDays() {
  const { units } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.calendar.declare')} · Pregón`}</title>
      <Head name={say('organization.calendar.declare')} low voice={say('organization.calendar.declare_voice')} />
      <Form method="post" encType="multipart/form-data" className="form">
        <FormRefusal answer={answer} />
        <TextField
          name="name"
          label={say('organization.calendar.name')}
          hint={say('organization.calendar.name_hint')}
          answer={answer}
          required
          maxLength={200}
        />
        <div className="pair">
          <TextField name="starts_on" type="date" label={say('organization.calendar.first')} answer={answer} required />
          <TextField name="ends_on" type="date" label={say('organization.calendar.last')} optional answer={answer} />
        </div>
        <TextField
          name="act"
          label={say('organization.calendar.act')}
          hint={say('organization.calendar.act_hint')}
          answer={answer}
          required
          maxLength={200}
        />
        <TextField
          name="act_file"
          type="file"
          accept="application/pdf,image/*"
          label={say('organization.calendar.act_file')}
          optional
          answer={answer}
        />
        <UnitField
          name="unit"
          label={say('organization.calendar.scope')}
          options={units}
          blank={say('organization.person.everywhere')}
          answer={answer}
        />
        <p className="actions">
          <button className="button primary">{say('organization.calendar.declare_do')}</button>
          <Link className="button quiet" to="/workspace/settings/calendar">
            {say('organization.leave_it')}
          </Link>
        </p>
      </Form>
    </main>
  );
}
