import { useLoaderData } from 'react-router';
import { agreementSignature, institutionOf } from '#domains/organization/index.ts';
import { load } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { Head } from '#ui/head.tsx';
import { Refusal } from '#ui/field.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { AgreementText } from './agreement-text.tsx';
import { crumbs } from './crumbs.ts';
import { Done } from './done.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { crumbs: ({ signature }: Data, say: Say) => crumbs(say, 'agreements', { name: signature.person }) };

export const loader = load(async ({ ctx, params }) => ({
  signature: await agreementSignature(ctx, Number(params.signature)),
  institution: await institutionOf(ctx),
}));

/** One signature with its proof, made to be printed. */
export default function Signature() {
  const { signature, institution } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${signature.person} · Pregón`}</title>
      <Head
        name={`${institution.kind} ${institution.name}`}
        low
        voice={say('organization.agreement.signed_voice', { name: signature.signed_name, day: format.instant(signature.signed_at) })}
      />
      <Done />
      {!signature.whole && <Refusal sentence={say('organization.agreement.altered')} more={say('organization.agreement.altered_how')} />}
      <AgreementText title={signature.title} body={signature.body} />
      <Facts
        rows={[
          [say('organization.agreement.text'), say('organization.agreement.number', { number: signature.number })],
          [say('organization.agreement.signed_as'), signature.signed_name],
          [say('organization.agreement.signed_on'), format.instant(signature.signed_at)],
          [say('organization.agreement.expires_on'), format.day(signature.expires_on)],
          [say('organization.person.second_factor'), say(signature.second_factor ? 'organization.yes' : 'organization.no')],
          [say('organization.agreement.text_hash'), <code key="text">{signature.text_sha256}</code>],
          [say('organization.agreement.proof'), <code key="proof">{signature.sha256}</code>],
        ]}
      />
    </main>
  );
}
