import type { Ctx } from '#platform/ctx.ts';
import { NotFound, type Refusal } from '#platform/refusal.ts';
import { countAttempt, forgetAttempts, wrong } from './attempts.ts';
import type { ChangedPasswordInput } from './own-password.input.ts';
import { hashPassword, verifyPassword, weakness } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';
import { forgetDevices } from './trusted-devices.ts';
import { selectPerson, updatePassword } from './sign-in.queries.ts';

const key = (ctx: Ctx) => `own-password:${ctx.actor.id}`;

/** Before `changePassword`, in a transaction of its own. */
export function countPassword(ctx: Ctx): Promise<{ left: number } | Refusal> {
  return countAttempt(ctx, key(ctx), 'present_password');
}

/** Asks for the present password, unless there is none yet (whoever comes in by single sign-on); ends every other session and forgets every device. */
export async function changePassword(ctx: Ctx, input: ChangedPasswordInput, left: number, session: number | null): Promise<Refusal | void> {
  const person = await selectPerson(ctx.db, ctx.actor.id!);
  if (!person) throw new NotFound('person');
  const right = person.password_hash === null || (await verifyPassword(person.password_hash, input.present_password));
  if (!right) return wrong('password.wrong', left, 'present_password');
  const weak = weakness(input.new_password, person, 'new_password');
  if (weak) return weak;
  await forgetAttempts(ctx, key(ctx));
  await updatePassword(ctx.db, person.id, await hashPassword(input.new_password));
  await endSessionsOf(ctx, person.id, session);
  await forgetDevices(ctx, person.id);
  await ctx.tell({ name: 'password.changed', subject: { type: 'person', id: person.id } });
}
