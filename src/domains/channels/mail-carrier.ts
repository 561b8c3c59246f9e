import type { Ctx } from '#platform/ctx.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { postAll, type Mail } from '#platform/mail/outbox.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Carrier } from './carriers.ts';
import { insertDeliveries, selectAddressees, selectReached, type Addressee } from './deliveries.queries.ts';
import type { Dispatch, Snapshot } from './dispatch.ts';
import { mailHtml } from './mail-html.ts';

/**
 * Internal mail: one mail in the outbox for each person who works in the house, written once. From there each leaves at most once.
 * `origin` is what addresses of the house begin with.
 */
export function mailCarrier(origin: string): Carrier {
  return {
    means: 'mail',
    within: async (ctx, { id, snapshot }) => {
      const people = await selectAddressees(ctx.db, id);
      const { kind, name } = await institutionOf(ctx);
      const house = `${kind} ${name}`.trim();
      const mails = await postAll(
        ctx,
        people.map((person) => letter(person, snapshot, house, origin)),
      );
      await insertDeliveries(
        ctx.db,
        id,
        people.map((person, index) => ({ person: person.id, mail: mails[index]! })),
        ctx.now,
      );
      return 'delivered';
    },
  };
}

/** The mail that would go out, as HTML, in a language of the house. */
export async function mailPreview(ctx: Ctx, snapshot: Snapshot, origin: string, language: Addressee['language']): Promise<string> {
  const { kind, name } = await institutionOf(ctx);
  return letter({ id: '', email: '', language }, snapshot, `${kind} ${name}`.trim(), origin).html ?? '';
}

/** What was sent cannot be fetched back: whoever got it is told that it no longer holds. */
export async function recallMails(ctx: Ctx, dispatch: Pick<Dispatch, 'id' | 'title'>, reason: string): Promise<void> {
  const people = await selectReached(ctx.db, dispatch.id);
  await postAll(
    ctx,
    people.map(({ email, language }) => {
      const say = sayIn(language);
      return {
        to: email,
        subject: say('dispatches.mail.recalled.subject', { title: dispatch.title }),
        text: say('dispatches.mail.recalled.text', { title: dispatch.title, reason }),
      };
    }),
  );
}

function letter({ email, language }: Addressee, snapshot: Snapshot, house: string, origin: string): Mail {
  const say = sayIn(language);
  const where = snapshot.path === null ? '' : say('dispatches.mail.where', { address: origin + snapshot.path });
  const why = say('dispatches.mail.why', { house });
  return {
    to: email,
    subject: snapshot.title,
    text: [snapshot.title, snapshot.lead, snapshot.text, where, '--', why].filter((part) => part !== '').join('\n\n'),
    html: mailHtml({
      language,
      title: snapshot.title,
      lead: snapshot.lead,
      text: snapshot.text,
      link: snapshot.path === null ? null : { href: origin + snapshot.path, says: say('dispatches.mail.read') },
      house,
      why,
    }),
  };
}
