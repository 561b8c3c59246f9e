import type { Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { insertDemonstration, updatePasswords } from './demonstration.queries.ts';
import { institutionOf, isSetUp } from './institution.ts';
import { hashPassword } from './passwords.ts';

interface InventedInstitution {
  readonly kind: string;
  readonly name: string;
  readonly color: string;
  readonly language: string;
  readonly zone: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

/** Founds an invented institution in an empty house; marked, so that it can be erased whole. `emblem` is a public file. */
export async function foundDemonstration(ctx: Ctx, input: InventedInstitution, emblem: string): Promise<Refusal | void> {
  if (await isSetUp(ctx.db)) return refuse('setup.already');
  await insertDemonstration(ctx.db, { ...input, emblem, now: ctx.now });
  await ctx.tell({ name: 'institution.set_up', subject: { type: 'institution', id: 1 }, after: input, topics: ['portal'] });
}

/** Gives one password to several people, as only a demonstration does: everybody may know it. */
export async function lendPassword(ctx: Ctx, people: readonly string[], password: string): Promise<void> {
  if (!(await institutionOf(ctx)).demonstration) throw new Error('only the people of a demonstration share a password');
  await updatePasswords(ctx.db, people, await hashPassword(password));
  await ctx.tell({ name: 'demonstration.opened', subject: { type: 'institution', id: 1 }, after: { people: people.length } });
}
