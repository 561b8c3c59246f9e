import { Form, Link, useLoaderData } from 'react-router';
import {
  aboutName,
  alikeContacts,
  consentsOf,
  giveConsent,
  givenConsentInput,
  purposesNow,
  stoppedInput,
  stopWriting,
  toldBy,
  withdrawConsent,
  withdrawnConsentInput,
  writeAgain,
  audiencesPolicy,
  changeContact,
  changedContactInput,
  contactKinds,
  getContact,
  interactionsOf,
  mergeContacts,
  mergeInput,
  removedInteractionInput,
  removeInteraction,
} from '#domains/audiences/index.ts';
import { departments, regionName } from '#domains/organization/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect, type Writing } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import { FormRefusal } from '#ui/field.tsx';
import { Head } from '#ui/head.tsx';
import { Banner } from '#ui/said-back.tsx';
import { Facts, Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { ContactConsents } from './contact-consents.tsx';
import { ContactFields } from './contact-fields.tsx';
import { ContactInteractions } from './contact-interactions.tsx';
import { Done } from './done.tsx';

type Perform = Writing['perform'];
type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ contact }: Data, say: Say) => [
    { name: say('audiences.place.contacts'), to: '/workspace/contacts' },
    { name: contact.name || contact.email || contact.phone || '' },
  ],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const contact = await getContact(ctx, Number(params.contact));
  const say = sayIn(visit.locale);
  const writes = may(visit.actor, audiencesPolicy['contacts.write']);
  return {
    contact,
    region: contact.region && regionName(contact.region),
    alike: contact.kind === 'staff' || writes ? await alikeContacts(ctx, contact) : [],
    kinds: contactKinds,
    regions: departments().map(({ name }) => name),
    consents: await consentsOf(ctx, contact.id),
    interactions: (await interactionsOf(ctx, contact.id)).map((one) => ({
      ...one,
      label: aboutName(say, { act: one.act, code: one.about, name: one.name }),
    })),
    purposes: await purposesNow(ctx),
    ways: toldBy,
    writes,
  };
});

export const action = act(async ({ typed, params, perform }) => {
  const fields = { ...typed.fields, id: params.contact };
  if (typed.fields.intent === 'merge') {
    const input = parse(mergeInput, fields);
    if (isRefusal(input)) return input;
    const merged = await perform((ctx) => mergeContacts(ctx, input));
    return isRefusal(merged) ? merged : redirect(`/workspace/contacts/${merged.id}?done=contact_merged`);
  }
  if (typed.fields.intent === 'remove_interaction') {
    const input = parse(removedInteractionInput, fields);
    if (isRefusal(input)) return input;
    await perform((ctx) => removeInteraction(ctx, input));
    return redirect(`/workspace/contacts/${params.contact}?done=contact_changed`);
  }
  const done = await aboutConsent(typed.fields.intent, fields, perform);
  if (done) return isRefusal(done) ? done : redirect(`/workspace/contacts/${params.contact}?done=contact_changed`);
  const input = parse(changedContactInput, fields);
  if (isRefusal(input)) return input;
  const changed = await perform((ctx) => changeContact(ctx, input));
  return isRefusal(changed) ? changed : redirect(`/workspace/contacts/${changed.id}?done=contact_changed`);
});

/** What is noted of his consent; null when the form was about something else. */
function aboutConsent(intent: unknown, fields: object, perform: Perform): Promise<{ id: number } | Refusal> | Refusal | null {
  if (intent === 'consent') {
    const input = parse(givenConsentInput, fields);
    return isRefusal(input) ? input : perform((ctx) => giveConsent(ctx, input));
  }
  if (intent === 'withdraw') {
    const input = parse(withdrawnConsentInput, fields);
    return isRefusal(input) ? input : perform((ctx) => withdrawConsent(ctx, input));
  }
  if (intent !== 'stop' && intent !== 'write_again') return null;
  const input = parse(stoppedInput, fields);
  return isRefusal(input) ? input : perform((ctx) => (intent === 'stop' ? stopWriting(ctx, input) : writeAgain(ctx, input)));
}

export default function ContactPage() {
  const data = useLoaderData<typeof loader>();
  const { contact, region, alike, writes } = data;
  const { say, format } = useWords();
  const staff = contact.kind === 'staff';
  return (
    <main className="page" id="contenido">
      <title>{`${contact.name || say('audiences.contact.one')} · Pregón`}</title>
      <Head
        name={contact.name || contact.email || contact.phone}
        low
        voice={
          staff ? say('audiences.voice.staff', { unit: contact.unitName ?? say('audiences.contact.no_unit') }) : contactVoice(say, contact)
        }
      />
      <Done />
      {staff && (
        <Banner action={<Link to={`/workspace/settings/people/${contact.person}`}>{say('audiences.contact.to_person')}</Link>}>
          {say('audiences.contact.of_the_house')}
        </Banner>
      )}
      <div className="two">
        <div className="stack">
          <Section title={say('audiences.contact.data')}>
            <Facts
              rows={[
                [say('audiences.contact.kind'), say(`audiences.kind.${contact.kind}`)],
                contact.email !== null && [say('audiences.contact.email'), contact.email],
                contact.phone !== null && [say('audiences.contact.phone'), contact.phone],
                (contact.organization !== '' || contact.unitName !== null) && [
                  say('audiences.contact.organization'),
                  contact.organization || contact.unitName,
                ],
                region !== null && [say('audiences.contact.region'), region],
                [say('audiences.contact.language'), say(`audiences.language.${contact.language}`)],
                contact.interests.length > 0 && [say('audiences.contact.interests'), contact.interests.join(', ')],
                ...Object.entries(contact.attributes).map(([name, value]) => [name, value] as const),
                [say('audiences.contact.since'), format.instant(contact.createdAt)],
              ]}
            />
          </Section>
          <ContactInteractions {...data} />
          {writes && !staff && <Editing data={data} />}
        </div>
        <aside>
          {!staff && <ContactConsents {...data} />}
          {writes && alike.length > 0 && (
            <Section title={say('audiences.contact.alike')} count={alike.length}>
              <p className="small muted">{say('audiences.contact.alike_how')}</p>
              {alike.map((other) => (
                <Form method="post" key={other.id} className="stack">
                  <input type="hidden" name="with" value={other.id} />
                  <p>
                    <Link to={`/workspace/contacts/${other.id}`}>{other.name || other.email || other.phone}</Link>
                    <br />
                    <small className="muted">{[other.email, other.phone, other.organization].filter(Boolean).join(' · ')}</small>
                  </p>
                  {other.kind !== 'staff' && (
                    <button className="button small" name="intent" value="merge">
                      {say('audiences.contact.merge')}
                    </button>
                  )}
                </Form>
              ))}
            </Section>
          )}
        </aside>
      </div>
    </main>
  );
}

function contactVoice(say: Say, contact: Data['contact']): string {
  if (contact.stopped) return say('audiences.voice.contact_stopped');
  if (contact.purposes.length === 0) return say('audiences.voice.contact_silent');
  return say('audiences.voice.contact', { count: contact.purposes.length });
}

function Editing({ data: { contact, region, kinds, regions } }: { data: Data }) {
  const { say } = useWords();
  const answer = useAnswer('change');
  return (
    <details className="drawer-fold" open={answer !== undefined}>
      <summary>{say('audiences.contact.change')}</summary>
      <Form method="post" className="form" key={contact.version}>
        <FormRefusal answer={answer} />
        <input type="hidden" name="version" value={contact.version} />
        <ContactFields contact={contact} region={region ?? ''} kinds={kinds} regions={regions} answer={answer} />
        <button className="button primary" name="intent" value="change">
          {say('audiences.save')}
        </button>
      </Form>
    </details>
  );
}
