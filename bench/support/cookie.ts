import { openSession } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { App } from '#platform/http/visit.ts';

/** The cookie of a person of the demonstration, as if he had just come in. */
export async function cookieOf(email: string, app: App): Promise<string> {
  const person = await app.database.primary.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  const { token } = await app.database.primary
    .transaction()
    .execute((db) =>
      openSession(commandContext(db, system, app.clock(), app.owed), { person: person.id, device: 'bench', secondFactor: false }),
    );
  return `pregon=${token}`;
}
