import { Form, useLoaderData } from 'react-router';
import { addSite, newSiteInput } from '#domains/metrics/index.ts';
import { unitOptions } from '#domains/organization/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '#ui/answer.ts';
import { SiteFields } from './site-fields.tsx';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('traffic.sites'), to: '/workspace/traffic/sites' }, { name: say('traffic.add_site') }],
};

export const loader = load(async ({ ctx }) => ({ units: await unitOptions(ctx) }));

export const action = act(async ({ typed, command }) => {
  const done = await command(newSiteInput, typed.fields, addSite);
  return isRefusal(done) ? done : redirect(`/workspace/traffic/sites/${done.id}`);
});

export default function NewSite() {
  const { units } = useLoaderData<typeof loader>();
  const { say } = useWords();
  const answer = useAnswer();
  return (
    <main className="page" id="contenido">
      <title>{`${say('traffic.add_site')} · Pregón`}</title>
      <Head name={say('traffic.add_site')} voice={say('traffic.voice.new_site')} />
      <Form method="post" className="form card">
        <FormRefusal answer={answer} />
        <SiteFields answer={answer} units={units} />
        <p className="actions">
          <button className="button primary">{say('traffic.add_site')}</button>
        </p>
      </Form>
    </main>
  );
}
