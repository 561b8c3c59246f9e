import { z } from 'zod';
import { itemKinds, orientations, screenStates, takeoverKinds } from '#domains/channels/index.ts';
import { day, id, instant, items, person, sha256 } from './parts.ts';

export const screen = z.strictObject({
  id,
  name: z.string(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  place: z.string(),
  orientation: z.enum(orientations),
  large: z.boolean(),
  group: id.nullable(),
  groupName: z.string().nullable(),
  adoptedAt: instant,
  adoptedByName: z.string().nullable(),
  excludedAt: instant.nullable(),
  reloads: z.int(),
  version: z.int(),
  state: z.enum(screenStates),
  beat: z
    .strictObject({
      at: instant,
      title: z.string(),
      source: z.string(),
      programSha256: z.union([sha256, z.literal('')]),
      width: z.int(),
      height: z.int(),
      clockOffsetMs: z.int(),
      waitingPlays: z.int(),
      cannot: z.array(z.string()),
      pictureAt: instant.nullable(),
    })
    .nullable(),
});
const standing = z.strictObject({ showing: z.int(), silent: z.int(), off: z.int(), new: z.int() });
export const screens = items(screen).extend({ total: z.int(), standing });

const hour = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .nullable();
export const group = z.strictObject({
  id,
  name: z.string(),
  public: z.boolean(),
  responsible: person.nullable(),
  responsibleName: z.string().nullable(),
  onFrom: hour,
  onUntil: hour,
  version: z.int(),
  screens: z.int(),
  playlists: z.int(),
});
export const groups = z.strictObject({ items: z.array(group), total: z.int() });

export const playlist = z.strictObject({
  id,
  name: z.string(),
  days: z.array(z.int()),
  fromTime: hour,
  untilTime: hour,
  fromDay: day.nullable(),
  untilDay: day.nullable(),
  priority: z.int(),
  groups: z.array(id),
  groupNames: z.array(z.string()),
  items: z.array(z.strictObject({ kind: z.enum(itemKinds), ref: z.string(), seconds: z.int().nullable() })),
  changedByName: z.string().nullable(),
  changedAt: instant,
  version: z.int(),
});
export const playlists = items(playlist).extend({ total: z.int() });

export const pieces = items(
  z.strictObject({
    dispatch: id,
    source: z.strictObject({ type: z.string(), id: z.string() }),
    title: z.string(),
    class: z.enum(['public', 'internal']),
    deliveredAt: instant,
    groups: z.array(id),
    groupNames: z.array(z.string()),
  }),
).extend({ total: z.int() });

export const takeovers = items(
  z.strictObject({
    id,
    kind: z.enum(takeoverKinds),
    title: z.string(),
    text: z.string(),
    steps: z.array(z.string()),
    address: z.string(),
    reason: z.string(),
    groups: z.array(id),
    groupNames: z.array(z.string()),
    startedByName: z.string().nullable(),
    startedAt: instant,
    until: instant,
    givenBackAt: instant.nullable(),
    givenBackByName: z.string().nullable(),
  }),
).extend({ total: z.int(), open: z.int() });

export const played = items(
  z.strictObject({
    day,
    screen: id,
    item: z.string(),
    title: z.string(),
    source: z.string(),
    plays: z.int(),
    seconds: z.int(),
  }),
);
