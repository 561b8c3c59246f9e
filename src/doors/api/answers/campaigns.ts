import { z } from 'zod';
import { actionClasses, actionModes, campaignScopes, campaignStates } from '#domains/editorial/index.ts';
import { day, id, instant, person } from './parts.ts';

/** In whole pesos. */
const pesos = z.int();
const file = { file: z.uuid().nullable(), fileName: z.string().nullable(), fileSize: z.int().nullable() };

const fields = {
  id,
  code: z.string(),
  name: z.string(),
  objective: z.string(),
  scope: z.enum(campaignScopes),
  state: z.enum(campaignStates),
  unit: id,
  unitName: z.string(),
  item: id.nullable(),
  request: id.nullable(),
  owner: person.nullable(),
  ownerName: z.string().nullable(),
  startsOn: day,
  endsOn: day,
  segments: z.array(z.string()),
  regions: z.array(z.string()),
  tone: z.string(),
  budget: pesos,
  report: z.string(),
  public: z.boolean(),
  createdAt: instant,
  designedAt: instant.nullable(),
  closedAt: instant.nullable(),
  revision: z.int(),
};
export const campaign = z.strictObject(fields);

export const campaigns = z.strictObject({
  items: z.array(z.strictObject({ ...fields, actions: z.int(), done: z.int(), pieces: z.int(), spent: pesos })),
  found: z.int(),
  states: z.strictObject({ draft: z.int(), designed: z.int(), under_way: z.int(), closed: z.int(), cancelled: z.int() }),
  today: day,
  more: z.boolean(),
});

export const lines = z.strictObject({
  tone: z.string(),
  lines: z.array(z.strictObject({ id, line: z.string(), detail: z.string(), signs: z.array(z.string()) })),
});

const action = z.strictObject({
  id,
  title: z.string(),
  class: z.enum(actionClasses),
  mode: z.enum(actionModes),
  channel: z.string(),
  startsOn: day,
  endsOn: day,
  state: z.enum(['planned', 'done', 'cancelled']),
  note: z.string(),
  doneAt: instant.nullable(),
  spent: pesos,
});
export const actions = z.strictObject({
  actions: z.array(action),
  sums: z.array(z.strictObject({ class: z.enum(actionClasses), planned: z.int(), done: z.int(), spent: pesos })),
});

export const spends = z.strictObject({
  spends: z.array(
    z.strictObject({
      id,
      action: id.nullable(),
      actionTitle: z.string().nullable(),
      concept: z.string(),
      supplier: z.string(),
      contract: z.string(),
      amount: pesos,
      spentOn: day,
      ...file,
      writtenByName: z.string().nullable(),
      voidedAt: instant.nullable(),
      voidedByName: z.string().nullable(),
      voidReason: z.string(),
    }),
  ),
  spent: pesos,
});

export const results = z.strictObject({
  results: z.array(
    z.strictObject({
      id,
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      note: z.string(),
      ...file,
      writtenByName: z.string().nullable(),
      writtenAt: instant,
    }),
  ),
});
