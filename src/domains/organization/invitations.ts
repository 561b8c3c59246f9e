import type { Ctx } from '#platform/ctx.ts';
import { say } from '#platform/i18n/dictionary.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { post } from '#platform/mail/outbox.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { countAttempt } from './attempts.ts';
import { selectInstitution } from './institution.queries.ts';
import { wholeName } from './institution.ts';
import { insertInvitation, selectInvitation, useInvitation, voidInvitations, type Purpose } from './invitations.queries.ts';
import { hashPassword, weakness } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import { asPerson, comeIn, type CameIn, type Caller } from './sign-in.ts';
import { selectAccount, selectPerson, updatePassword } from './sign-in.queries.ts';
import { openStep } from './steps.ts';
import { forgetDevices } from './trusted-devices.ts';
import { freshToken, hash } from './tokens.ts';

const lifetime = { join: 7 * 24 * 60, reset: 60 } as const;

/**
 * Writes to a person with a link to choose a password: `join` is good for seven days, `reset` for an hour; an earlier link
 * of the same purpose stops working. The mail goes to the outbox in this transaction. `origin` is where the house is seen.
 */
export async function invite(ctx: Ctx, input: { person: string; purpose: Purpose; origin: string }): Promise<void> {
  const person = await selectPerson(ctx.db, input.person);
  if (!person) throw new NotFound('person');
  const token = freshToken();
  await voidInvitations(ctx.db, person.id, ctx.now, input.purpose);
  await insertInvitation(ctx.db, {
    person: person.id,
    tokenHash: hash(token),
    purpose: input.purpose,
    by: ctx.actor.id,
    now: ctx.now,
    expires: new Date(ctx.now.getTime() + lifetime[input.purpose] * 60_000),
  });
  await post(ctx, await letter(ctx, person, input.purpose, `${input.origin}/join/${token}`));
  await ctx.tell({
    name: input.purpose === 'join' ? 'person.invited' : 'password.reset_asked',
    subject: { type: 'person', id: person.id },
  });
}

async function letter(ctx: Ctx, person: { name: string; email: string; language: string }, purpose: Purpose, link: string) {
  const words = say(person.language as Locale);
  const institution = await selectInstitution(ctx.db);
  const vars = {
    name: person.name,
    institution: institution ? wholeName(institution) : '',
    link,
    inviter: ctx.actor.name,
  };
  return { to: person.email, subject: words(`entry.mail.${purpose}.subject`, vars), text: words(`entry.mail.${purpose}.text`, vars) };
}

/** Always the same answer, whether the mail is known or not; after five in a quarter of an hour nothing more is sent. */
export async function askReset(ctx: Ctx, input: { email: string; origin: string }): Promise<void> {
  if (isRefusal(await countAttempt(ctx, `reset:${hash(input.email.toLowerCase())}`, 'email'))) return;
  const account = await selectAccount(ctx.db, input.email);
  if (account) await invite(ctx, { person: account.id, purpose: 'reset', origin: input.origin });
}

export interface Invitation {
  readonly id: number;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly purpose: Purpose;
  readonly secondFactor: boolean;
}

/** Refused as `invitation.unknown`, `invitation.used` or `invitation.expired`. */
export async function readInvitation(ctx: Ctx, token: string): Promise<Invitation | Refusal> {
  const row = await selectInvitation(ctx.db, hash(token));
  if (!row || row.left_at) return refuse('invitation.unknown');
  if (row.used_at) return refuse('invitation.used');
  if (row.expires_at <= ctx.now) return refuse('invitation.expired');
  return {
    id: row.id,
    person: row.person_id,
    name: row.name,
    email: row.email,
    purpose: row.purpose as Purpose,
    secondFactor: row.totp_confirmed_at !== null,
  };
}

/** Chooses the password and comes in; every other session of the person ends. A second factor is still asked for. */
export async function accept(ctx: Ctx, token: string, input: { password: string }, caller: Caller): Promise<CameIn | Refusal> {
  const invitation = await readInvitation(ctx, token);
  if ('refused' in invitation) return invitation;
  const weak = weakness(input.password, invitation);
  if (weak) return weak;
  if (!(await useInvitation(ctx.db, invitation.id, ctx.now))) return refuse('invitation.used');
  await voidInvitations(ctx.db, invitation.person, ctx.now);
  await updatePassword(ctx.db, invitation.person, await hashPassword(input.password));
  const own = await asPerson(ctx, invitation.person);
  await endSessionsOf(own, invitation.person);
  await forgetDevices(own, invitation.person);
  await own.tell({ name: 'password.chosen', subject: { type: 'person', id: invitation.person } });
  if (invitation.secondFactor) {
    return { step: await openStep(ctx, 'second_factor', { person: invitation.person, data: { next: caller.next }, minutes: 10 }) };
  }
  return comeIn(ctx, invitation.person, caller.device, false);
}
