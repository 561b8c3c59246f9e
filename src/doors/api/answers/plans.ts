import { z } from 'zod';
import {
  additions,
  channelClasses,
  channelModes,
  directions,
  frequencies,
  kinds,
  recurrences,
  sectionKinds,
  states,
} from '#domains/plan/index.ts';
import { day, id, instant, person, sha256 } from './parts.ts';

const planFields = {
  id,
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  unit: id,
  unitCode: z.string(),
  unitName: z.string(),
  parent: id.nullable(),
  startsOn: day,
  endsOn: day,
};
export const plan = z.strictObject(planFields);

export const version = z.strictObject({
  id,
  plan: id,
  number: id,
  state: z.enum(states),
  basedOn: id.nullable(),
  note: z.string(),
  createdAt: instant,
  inForceFrom: day.nullable(),
  inForceUntil: day.nullable(),
});

export const listedPlan = z.strictObject({ ...planFields, inForce: version.nullable(), open: version.nullable() });

export const move = z.strictObject({
  id,
  version: id,
  move: z.enum(['submit', 'return', 'approve', 'put_in_force', 'close']),
  person: person.nullable(),
  personName: z.string().nullable(),
  at: instant,
  note: z.string(),
  sha256,
});

export const versions = z.strictObject({ items: z.array(version), moves: z.array(move) });
export const moved = z.strictObject({ version: id, sha256 });
export const begun = z.strictObject({ plan: id, version: id, code: z.string(), number: id });
export const imported = begun.extend({ unitsCreated: z.int() });

const counts = z.strictObject({
  sections: z.int(),
  segments: z.int(),
  channels: z.int(),
  objectives: z.int(),
  components: z.int(),
  responsibilities: z.int(),
  activities: z.int(),
  indicators: z.int(),
});
/** What importing a file would do. */
export const preview = z.strictObject({
  code: z.string(),
  title: z.string(),
  /** The plan of that code, when there is one already. */
  existing: id.nullable(),
  number: id,
  units: z.array(z.strictObject({ code: z.string(), name: z.string(), id: id.nullable(), matched: z.string().nullable() })),
  counts,
});

export const found = z.strictObject({
  kind: z.enum([...kinds, 'plan']),
  planId: id,
  itemId: id.nullable(),
  title: z.string(),
  plan: z.string(),
});

const target = z.strictObject({ startsOn: day, endsOn: day, value: z.number() });
export const row = z.strictObject({
  item: id,
  kind: z.enum(kinds),
  parent: id.nullable(),
  position: z.int(),
  number: z.string(),
  code: z.string(),
  title: z.string(),
  description: z.string(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  person: person.nullable(),
  personName: z.string().nullable(),
  aligned: id.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  recurrence: z.enum(recurrences).nullable(),
  segments: z.array(z.string()),
  channels: z.array(z.string()),
  alsoServes: z.array(id),
  measure: z.string().nullable(),
  filter: z.record(z.string(), z.string()),
  figureUnit: z.string().nullable(),
  direction: z.enum(directions).nullable(),
  addsUp: z.enum(additions).nullable(),
  frequency: z.enum(frequencies).nullable(),
  baseline: z.number().nullable(),
  baselineNote: z.string(),
  targets: z.array(target),
  revision: z.int(),
  changedBy: person.nullable(),
  changedByName: z.string().nullable(),
  changedAt: instant,
});

const item = z.strictObject({ code: z.string(), title: z.string(), text: z.string() });
export const document = z.strictObject({
  plan,
  version,
  units: z.array(z.strictObject({ id, code: z.string(), name: z.string() })),
  sections: z.array(
    z.strictObject({ code: z.string(), kind: z.enum(sectionKinds), title: z.string(), body: z.string(), items: z.array(item) }),
  ),
  segments: z.array(z.strictObject({ code: z.string(), name: z.string(), focus: z.string(), channels: z.array(z.string()) })),
  channels: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      class: z.enum(channelClasses),
      mode: z.enum(channelModes),
      purpose: z.string(),
    }),
  ),
  rows: z.array(row),
});

export const section = z.strictObject({ section: z.string() });
export const coded = z.strictObject({ code: z.string() });
export const revision = z.strictObject({ revision: z.int() });
export const edited = z.strictObject({ revision: z.int(), joined: z.boolean() });
export const itemMade = z.strictObject({ item: id });
export const removed = z.strictObject({ removed: z.int() });

/** What an item said in each version, and its last hundred edits. */
export const history = z.strictObject({
  id,
  plan: id,
  kind: z.enum(kinds),
  versions: z.array(z.strictObject({ number: id, row })),
  edits: z.array(z.strictObject({ at: instant, who: z.string(), action: z.string(), before: z.json(), after: z.json() })),
});
