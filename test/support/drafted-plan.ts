import { addPerson } from '#domains/organization/index.ts';
import { importPlan, type Imported, writeYaml, type PlanFile } from '#domains/plan/index.ts';
import { type Actor, type Ctx, system } from '#platform/ctx.ts';
import { parseDay } from '#platform/clock/day.ts';
import type { Db } from '#platform/db/database.ts';
import { commandContext } from '#platform/events/tell.ts';
import { accepted } from '#platform/refusal.ts';

/** The smallest plan that has one of everything. */
export const smallPlan: PlanFile = {
  plan: {
    code: 'pec',
    title: 'Plan de comunicaciones 2024–2027',
    summary: '',
    unit: 'prensa',
    starts_on: parseDay('2024-01-01'),
    ends_on: parseDay('2027-12-31'),
    aligns_with: null,
  },
  units: [
    { code: 'prensa', name: 'Oficina de Prensa' },
    { code: 'despacho', name: 'Despacho de la Alcaldía' },
  ],
  sections: [
    {
      code: 'objetivo',
      kind: 'objective',
      title: 'Objetivo',
      body: 'Que la ciudadanía sepa a tiempo.',
      items: [{ code: 'uno', title: 'Uno', text: '' }],
    },
  ],
  segments: [{ code: 'servidores', name: 'Servidores', focus: '', channels: ['correo'] }],
  channels: [{ code: 'correo', name: 'Correo', class: 'digital', mode: 'online', purpose: '' }],
  objectives: [
    { code: '1', title: 'Informar a la ciudadanía', description: '', person: null, unit: null, aligns: null },
    { code: '2', title: 'Informar a la planta', description: '', person: null, unit: null, aligns: null },
  ],
  components: [
    { code: 'externa', objective: '1', also_serves: [], title: 'Comunicación externa', description: '', person: null, unit: null },
    { code: 'interna', objective: '2', also_serves: ['1'], title: 'Comunicación interna', description: '', person: null, unit: null },
  ],
  responsibilities: [
    { code: 'externa-1', component: 'externa', title: 'Divulgar', description: '', person: null, unit: null },
    { code: 'interna-1', component: 'interna', title: 'Mantener informada a la planta', description: '', person: null, unit: 'prensa' },
  ],
  activities: [
    {
      code: 'A1',
      responsibility: 'interna-1',
      also_serves: ['externa-1'],
      title: 'Enviar el boletín interno',
      description: 'Cada viernes.',
      person: null,
      unit: 'prensa',
      starts_on: parseDay('2026-01-01'),
      ends_on: parseDay('2026-12-18'),
      recurrence: 'weekly',
      segments: ['servidores'],
      channels: ['correo'],
    },
  ],
  indicators: [
    {
      code: 'I1',
      activity: 'A1',
      title: 'Boletines internos enviados',
      description: '',
      person: null,
      in_charge: null,
      measure: 'channels.internal_bulletins_sent',
      filter: { channel: 'correo' },
      unit: 'boletines',
      direction: 'up',
      adds_up: 'sum',
      frequency: 'month',
      baseline: { value: 40, note: 'En 2025' },
      targets: [{ starts_on: parseDay('2026-01-01'), ends_on: parseDay('2026-12-31'), value: 52 }],
    },
  ],
};

export const fileOf = (plan: PlanFile) => new TextEncoder().encode(writeYaml(plan));

export interface DraftedPlan extends Imported {
  /** A context for one of the cast: Marcela (head), Julián (editor), Nidia (reviewer), Diego (staff), or the system itself. */
  as(name: 'marcela' | 'julian' | 'nidia' | 'diego' | 'system', at?: string): Ctx;
}

/** The small plan imported by the system as its first draft, and the people who may write, approve and put in force. */
export async function draftedPlan(db: Db, plan: PlanFile = smallPlan): Promise<DraftedPlan> {
  const ctx = (actor: Actor, at = '2026-11-22') => commandContext(db, actor, new Date(`${at}T17:00:00Z`), () => []);
  const cast: Record<string, Actor> = { system };
  const roles = { marcela: 'head_of_communications', julian: 'editor', nidia: 'reviewer', diego: 'staff' } as const;
  const names = { marcela: 'Marcela Ospina', julian: 'Julián Restrepo', nidia: 'Nidia Arrieta', diego: 'Diego Herazo' } as const;
  for (const [key, role] of Object.entries(roles)) {
    const name = names[key as keyof typeof names];
    const id = accepted(
      await addPerson(ctx(system), {
        name,
        email: `${key}@puertoclaro.gov.co`,
        position: '',
        employment: 'servant',
        unit: null,
        language: 'es',
        roles: [role],
      }),
    );
    cast[key] = { kind: 'person', id, name, grants: [{ role, unit: null, units: [] }] };
  }
  const imported = accepted(await importPlan(ctx(system), { bytes: fileOf(plan) }));
  return { ...imported, as: (name, at) => ctx(cast[name]!, at) };
}
