import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { assetLimits } from '#domains/editorial/index.ts';
import { houseLimit } from '#platform/files/keep.ts';
import { act, load } from '#platform/http/page.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { takeIn, type TakenIn } from './take-in.ts';
import { Taken } from './taken.tsx';
import { unitsToWrite } from './units-to-write.ts';
import { useUploads } from './use-uploads.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('assets.assets'), to: '/workspace/assets' }, { name: say('assets.upload') }],
};

const megabyte = 1024 * 1024;

export const loader = load(async ({ ctx, visit }) => ({
  units: (await unitsToWrite(ctx, visit.actor)).map(({ id, name, depth }) => ({
    value: String(id),
    label: `${'\u2003'.repeat(depth)}${name}`,
  })),
  limits: { limit: houseLimit / megabyte, film: assetLimits.media / megabyte },
}));

/** Every file of the form, each by itself: without script the page says what became of each. */
export const action = act(
  async ({ typed, perform, visit }) => {
    const taken = await takeIn(visit, typed, perform);
    return isRefusal(taken) ? taken : { taken };
  },
  { file: assetLimits.media, files: 50 },
);

export default function NewAssets() {
  const { units, limits } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  const sent = useActionData<{ taken?: TakenIn[] } | undefined>();
  const { uploads, submit } = useUploads();
  const taken = uploads.length > 0 ? uploads : (sent?.taken ?? []).map((one) => ({ name: one.name, done: 1, taken: one }));
  return (
    <main className="page" id="contenido">
      <title>{`${say('assets.upload')} · Pregón`}</title>
      <Head name={say('assets.upload')} low voice={voiceOf(say, taken)} />
      <Form method="post" encType="multipart/form-data" className="form" onSubmit={submit}>
        <FormRefusal answer={answer} />
        <TextField
          name="files"
          type="file"
          multiple
          required
          label={say('assets.files')}
          hint={say('assets.files_hint', limits)}
          answer={answer}
        />
        <SelectField name="unit" label={say('assets.unit')} blank={say('assets.own_unit')} options={units} optional answer={answer} />
        <div className="actions">
          <button className="button primary">{say('assets.upload')}</button>
          <Link className="button quiet" to="/workspace/assets">
            {say('assets.back')}
          </Link>
        </div>
      </Form>
      <Taken files={taken} />
    </main>
  );
}

/** What became of them, in a sentence: how many are in, how many are not. */
function voiceOf(say: Say, files: readonly { readonly taken?: TakenIn | undefined }[]): string {
  if (files.length === 0) return say('assets.upload_voice');
  const known = files.filter(({ taken }) => taken);
  const refused = known.filter(({ taken }) => taken?.refusal).length;
  if (known.length < files.length) return say('assets.uploading_voice', { done: known.length, count: files.length });
  if (refused > 0) return say('assets.uploaded_but', { count: refused, done: known.length - refused });
  return say('assets.uploaded_voice', { count: known.length });
}
