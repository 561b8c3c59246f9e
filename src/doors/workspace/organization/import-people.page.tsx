import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { importPeople, importShape, previewPeople, type ImportPreview } from '#domains/organization/index.ts';
import { gather } from '#platform/sheets/gather.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { isRefusal, refuse } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from './answer.ts';
import { crumbs } from './crumbs.ts';
import { ImportFound } from './import-found.tsx';

export const handle = { crumbs: (_: unknown, say: Say) => crumbs(say, 'people', { name: say('organization.import.title') }) };

export const loader = load(() => ({ limit: 25 }));

/** First a file comes and is looked at; then, by its id, it is brought in. */
export const action = act(async ({ typed, perform, visit }) => {
  const { files, database } = visit.app;
  const [sheet] = typed.files.sheet ?? [];
  if (typed.fields.file === undefined) {
    if (!sheet) return refuse('input.required', {}, 'sheet');
    return perform(async (ctx) => {
      const kept = await files.keep(ctx, {
        name: sheet.name,
        content: sheet.content(),
        accepts: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
        limit: 25_000_000,
      });
      if (isRefusal(kept)) return { ...kept, field: 'sheet' };
      const preview = await previewPeople(ctx, await gather(kept.name, await files.read(kept)));
      return isRefusal(preview) ? preview : { preview, file: kept.id, name: kept.name };
    });
  }
  const input = parse(importShape, typed.fields);
  if (isRefusal(input)) return input;
  const kept = await files.find(database.primary, input.file);
  const file = await gather(kept.name, await files.read(kept));
  const result = await perform((ctx) => importPeople(ctx, file, { invite: input.invite, origin: visit.origin }));
  return isRefusal(result) ? result : redirect('/workspace/settings/people?done=person.import');
});

export default function ImportPeople() {
  const { limit } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const found = useActionData<{ preview?: ImportPreview; file?: string; name?: string } | undefined>();
  const preview = found?.preview;
  return (
    <main className="page" id="contenido">
      <title>{`${say('organization.import.title')} · Pregón`}</title>
      <Head
        name={say('organization.import.title')}
        low
        voice={
          !preview
            ? say('organization.import.voice')
            : preview.faultCount > 0
              ? say('organization.import.voice_faults', { count: preview.faultCount })
              : say('organization.import.voice_ready', { count: preview.ready })
        }
      />
      {preview && <ImportFound preview={preview} file={found?.file ?? ''} name={found?.name ?? ''} />}
      {(!preview || preview.faultCount > 0) && (
        <Form method="post" encType="multipart/form-data" className="form">
          <FormRefusal answer={answer} />
          <TextField
            name="sheet"
            type="file"
            accept=".csv,.xlsx"
            label={say('organization.import.file')}
            hint={say('organization.import.file_hint', { limit })}
            answer={answer}
            required
          />
          <p className="actions">
            <button className="button primary">{say('organization.import.look')}</button>
            <Link className="button quiet" to="/workspace/settings/people">
              {say('organization.leave_it')}
            </Link>
          </p>
        </Form>
      )}
      {!preview && (
        <Facts
          rows={(['name', 'email', 'unit', 'position', 'employment', 'roles'] as const).map(
            (column) => [say(`organization.import.column_${column}`), say(`organization.import.says_${column}`)] as const,
          )}
        />
      )}
    </main>
  );
}
