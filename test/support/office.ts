import { addPerson, createUnit, giveRole } from '#domains/organization/index.ts';
import { system, type Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext, type ReactionNames } from '#platform/events/tell.ts';
import { roles, type Role } from '#platform/http/policy.ts';
import { accepted } from '#platform/refusal.ts';

export const mailOf = (role: Role) => `${role.replaceAll('_', '.')}@puertoclaro.gov.co`;

/** An institution that is set up, with a dependency and one person for each role. */
export async function furnishOffice(
  db: Db,
  owed: ReactionNames = () => [],
): Promise<{ ctx: Ctx; unit: number; people: Record<Role, string> }> {
  const now = new Date();
  const ctx = commandContext(db, system, now, owed);
  await db.insertInto('institution').values({ kind: 'Alcaldía de', name: 'Puerto Claro', set_up_at: now }).execute();
  const unit = accepted(await createUnit(ctx, { name: 'Despacho de la Alcaldía', parent: null }));
  const people = {} as Record<Role, string>;
  for (const role of roles) {
    people[role] = accepted(
      await addPerson(ctx, {
        name: `Persona ${role}`,
        email: mailOf(role),
        position: '',
        employment: 'servant',
        unit,
        language: 'es',
        roles: [],
      }),
    );
    accepted(await giveRole(ctx, { person: people[role], role, unit: null }));
  }
  return { ctx, unit, people };
}
