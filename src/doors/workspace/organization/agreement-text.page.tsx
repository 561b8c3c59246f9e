import { useLoaderData } from 'react-router';
import { agreementTexts } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { AgreementText } from './agreement-text.tsx';
import { crumbs } from './crumbs.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ text }: Data, say: Say) => crumbs(say, 'agreements', { name: say('organization.agreement.number', { number: text.number }) }),
};

export const loader = load(async ({ ctx, params }) => {
  const texts = await agreementTexts(ctx);
  const text = texts.find(({ number }) => String(number) === params.number);
  if (!text) throw new NotFound(`agreement ${params.number}`);
  return { text, inForce: text === texts[0] };
});

export default function Agreement() {
  const { text, inForce } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${text.title} · Pregón`}</title>
      <Head
        name={say('organization.agreement.number', { number: text.number })}
        low
        voice={say(inForce ? 'organization.agreement.voice_in_force' : 'organization.agreement.voice_replaced', {
          day: format.day(text.published_at.toISOString().slice(0, 10)),
        })}
      />
      <AgreementText title={text.title} body={text.body} />
      <Facts
        rows={[
          [say('organization.agreement.months'), format.number(text.months)],
          ['SHA-256', <code key="sha">{text.sha256}</code>],
        ]}
      />
    </main>
  );
}
