import { useActionData, useLoaderData } from 'react-router';
import { keepInstitution, newInstitutionInput, zones } from '#domains/organization/index.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { system } from '#platform/ctx.ts';
import { isRefusedForm, parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { perform as performAs } from '#platform/http/visit.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';
import { Colors, swatches } from './colors.tsx';
import { SetupPage } from './frame.tsx';
import { setupOf } from './setup-cookie.ts';

export const loader = load(async ({ ctx, request, visit }) => {
  const { setup } = await setupOf(ctx, request);
  return { typed: setup.institution ?? null, emblem: setup.emblem !== null, language: visit.locale, zones: [...zones] };
});

export const action = act(async ({ typed, perform, visit, request }) => {
  const input = parse(newInstitutionInput, typed.fields);
  if (isRefusal(input)) return input;
  const [file] = typed.files.emblem ?? [];
  const kept = await performAs({ ...visit, actor: system }, async (ctx) => {
    if (!file) return null;
    const stored = await visit.app.files.keep(ctx, {
      name: file.name,
      content: file.content(),
      accepts: ['image/png', 'image/jpeg', 'image/webp'],
      limit: 5 * 1024 ** 2,
    });
    if (isRefusal(stored)) return { ...stored, field: 'emblem' };
    await visit.app.files.publish(ctx, stored.id);
    return stored.id;
  });
  if (isRefusal(kept)) return kept;
  const done = await perform(async (ctx) => keepInstitution(ctx, (await setupOf(ctx, request)).setup, input, kept));
  return isRefusal(done) ? done : redirect('/setup/administrator');
});

export default function Institution() {
  const { typed, emblem, language, zones: all } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const answer = isRefusedForm(refused) ? refused : undefined;
  const { say } = useWords();
  const words = (key: string) => say(`entry.setup.institution.${key}`);
  return (
    <SetupPage page="institution">
      <form method="post" encType="multipart/form-data">
        <FormRefusal answer={answer} />
        <TextField
          name="kind"
          label={words('kind')}
          hint={words('kind_hint')}
          optional
          maxLength={60}
          defaultValue={typed?.kind}
          answer={answer}
        />
        <TextField name="name" label={words('name')} maxLength={120} defaultValue={typed?.name} answer={answer} required />
        <Colors color={typed?.color ?? swatches[0].color} answer={answer} />
        <TextField
          name="emblem"
          label={words('emblem')}
          hint={words(emblem ? 'emblem_kept' : 'emblem_hint')}
          optional
          type="file"
          accept="image/png,image/jpeg,image/webp"
          answer={answer}
        />
        <SelectField
          name="language"
          label={words('language')}
          defaultValue={typed?.language ?? language}
          options={['es', 'en'].map((value) => ({ value, label: words(`language.${value}`) }))}
          answer={answer}
        />
        <SelectField
          name="zone"
          label={words('zone')}
          defaultValue={typed?.zone ?? defaultZone}
          options={all.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          answer={answer}
        />
        <p className="actions">
          <button className="button primary">{say('entry.setup.next')}</button>
          <a className="button quiet" href="/setup">
            {say('entry.setup.back')}
          </a>
        </p>
      </form>
    </SetupPage>
  );
}
