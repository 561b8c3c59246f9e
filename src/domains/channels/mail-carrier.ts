import type { Ctx } from '#platform/ctx.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { postAll, type Mail } from '#platform/mail/outbox.ts';
import { institutionOf } from '#domains/organization/index.ts';
import type { Carrier } from './carriers.ts';
import { insertDeliveries, selectAddressees, selectReached, type Addressee } from './deliveries.queries.ts';
import type { Dispatch, Snapshot } from './dispatch.ts';
import { brokenHole, fill, personalFields, type Letter, type PersonalValues } from './letter.ts';
import { letterIn } from './letter-writing.ts';

/**
 * Internal mail: one mail in the outbox for each person who works in the house, written once. From there each leaves at most once.
 * `origin` is what addresses of the house begin with.
 */
export function mailCarrier(origin: string): Carrier {
  return {
    means: 'mail',
    within: async (ctx, { id, snapshot }) => {
      const people = await selectAddressees(ctx.db, id);
      const mails = await postAll(ctx, people.map(await ownMail(ctx, snapshot, origin)));
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

/** Each one's own mail: drawn once in each language of the house, and filled with whose it is. */
async function ownMail(ctx: Ctx, snapshot: Snapshot, origin: string): Promise<(person: Addressee) => Mail> {
  const institution = await institutionOf(ctx);
  const write = (language: Addressee['language']) => letterIn(institution, ctx.now, { snapshot, language, why: 'internal', origin });
  const letters = { es: write('es'), en: write('en') };
  // Braces that are no personal field belong to what is told.
  const filled = brokenHole(letters.es) === null;
  return ({ email, name, unit, language }) => {
    const letter = letters[language];
    if (!filled) return { to: email, ...letter };
    return { to: email, ...fill(withFallbacks(letter), { ...nothing, name, first_name: name.split(' ')[0]!, unit }) };
  };
}

const nothing = Object.fromEntries(personalFields.map((field) => [field, ''])) as PersonalValues;

/** Who works here gets it also when nothing is known to put in a hole. */
function withFallbacks({ subject, html, text, language }: Letter): Letter {
  const mended = (words: string) => words.replace(/\{\{\s*(\w+)\s*\}\}/g, '{{$1|}}');
  return { subject: mended(subject), html: mended(html), text: mended(text), language };
}
