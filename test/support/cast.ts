import { addPerson, appoint, createUnit, giveRole } from '#domains/organization/index.ts';
import { hashPassword } from '#domains/organization/passwords.ts';
import { type Actor, type Ctx, system } from '#platform/ctx.ts';
import { commandContext } from '#platform/events/tell.ts';
import type { Role } from '#platform/http/policy.ts';
import { accepted } from '#platform/refusal.ts';
import type { OpenHouse } from './house.ts';

/** Everybody's password: a phrase that is nobody's name. */
export const password = 'cuatro gatos cantan';

const players = {
  esteban: ['Esteban Cogollo', 'administrator', 'oai', 'Profesional de sistemas'],
  marcela: ['Marcela Ospina', 'head_of_communications', 'prensa', 'Jefa de comunicaciones'],
  julian: ['Julián Restrepo', 'editor', 'prensa', 'Editor'],
  nidia: ['Nidia Arrieta', 'reviewer', 'juridica', 'Jefa jurídica'],
  rosa: ['Rosa Pautt', 'liaison', 'planeacion', 'Profesional'],
  diego: ['Diego Herazo', 'staff', 'prensa', 'Contratista'],
  carmen: ['Carmen Julio', 'auditor', 'control-interno', 'Auditora'],
} as const satisfies Record<string, readonly [string, Role, string, string]>;

export type Player = keyof typeof players;

export interface Cast {
  readonly people: Readonly<Record<Player, string>>;
  readonly units: Readonly<Record<string, number>>;
  readonly mail: (player: Player) => string;
  /** A context of the system, or of one of the cast, now. */
  as(player?: Player): Ctx;
}

const words = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const mail = (player: Player) => `${words(players[player][0]).replaceAll(' ', '.')}@puertoclaro.gov.co`;

/** The town hall of Puerto Claro, set up: its dependencies, and a person of each kind who can come in. */
export async function seatCast(house: { app: Pick<OpenHouse['app'], 'database' | 'clock' | 'owed'> }): Promise<Cast> {
  const db = house.app.database.primary;
  const now = house.app.clock();
  const ctx = (actor: Actor) => commandContext(db, actor, house.app.clock(), house.app.owed);
  await db.insertInto('institution').values({ kind: 'Alcaldía de', name: 'Puerto Claro', set_up_at: now }).execute();
  const units: Record<string, number> = {};
  const names = {
    despacho: 'Despacho de la Alcaldía',
    prensa: 'Oficina de Prensa',
    oai: 'Oficina Asesora de Informática',
    juridica: 'Oficina Jurídica',
    planeacion: 'Secretaría de Planeación',
    'control-interno': 'Control Interno',
  };
  for (const [code, name] of Object.entries(names)) {
    units[code] = accepted(await createUnit(ctx(system), { name, code, parent: code === 'prensa' ? 'despacho' : null }));
  }
  const people = {} as Record<Player, string>;
  const actors = {} as Record<Player, Actor>;
  for (const [player, [name, role, unit, position]] of Object.entries(players) as [Player, (typeof players)[Player]][]) {
    const id = accepted(
      await addPerson(ctx(system), {
        name,
        email: mail(player),
        position,
        employment: player === 'diego' ? 'contractor' : 'servant',
        unit,
        language: 'es',
        roles: [],
      }),
    );
    const within = role === 'liaison' ? units[unit]! : null;
    accepted(await giveRole(ctx(system), { person: id, role, unit: within }));
    people[player] = id;
    actors[player] = { kind: 'person', id, name, grants: [{ role, unit: within, units: within === null ? [] : [within] }] };
  }
  await db
    .updateTable('people')
    .set({ password_hash: await hashPassword(password) })
    .execute();
  await appoint(ctx(system), units.prensa!, { head: people.marcela, liaison: people.julian });
  await appoint(ctx(system), units.planeacion!, { head: null, liaison: people.rosa });
  return { people, units, mail, as: (player) => ctx(player ? actors[player] : system) };
}
