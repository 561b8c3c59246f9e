import { z } from 'zod';
import { sources, visitColumns, visitImportStates, visitOrigins } from '#domains/metrics/index.ts';
import { day, id, instant, items } from './parts.ts';

const site = {
  id,
  code: z.string(),
  name: z.string(),
  hosts: z.array(z.string()),
  rules: z.array(z.strictObject({ path: z.string(), section: z.string() })),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  closedAt: instant.nullable(),
  version: z.int(),
  views: z.int(),
  sessions: z.int(),
  lastOn: day.nullable(),
};
export const sites = items(z.strictObject(site)).extend({
  total: z.int(),
  standing: z.strictObject({ counting: z.int(), views: z.int() }),
});
/** With the line that its pages carry. */
export const oneSite = z.strictObject({ ...site, snippet: z.string() });
export const madeSite = z.strictObject({ id, code: z.string() });

const counts = { views: z.int(), sessions: z.int() };
const whole = z.strictObject(counts);
const source = z.enum(sources);
const origin = z.enum(visitOrigins);
/** 0 is the portal. */
const ofSite = z.int();
const options = z.array(z.strictObject({ id: ofSite, code: z.string(), name: z.string().nullable() }));

export const board = z.strictObject({
  from: day,
  to: day,
  today: day,
  whole,
  before: whole.nullable(),
  days: z.array(z.strictObject({ day, ...counts })),
  sections: z.array(z.strictObject({ site: ofSite, section: z.string(), ...counts })),
  sources: z.array(z.strictObject({ source, ...counts })),
  bySite: z.array(z.strictObject({ site: ofSite, ...counts })),
  origins: z.array(z.strictObject({ origin, ...counts })),
  hosts: z.array(z.strictObject({ source, host: z.string(), ...counts })),
  sites: options,
});

export const rows = items(z.strictObject({ day, site: ofSite, section: z.string(), source, origin, ...counts, begun: z.int() })).extend({
  count: z.int(),
  whole,
  from: day,
  to: day,
  sites: options,
});

const column = z.enum([...visitColumns, '']);
const standing = z.strictObject({
  id,
  name: z.string(),
  file: z.uuid(),
  origin: origin.exclude(['own']),
  site: ofSite.nullable(),
  siteName: z.string().nullable(),
  heads: z.array(z.string()),
  columns: z.array(column),
  state: z.enum(visitImportStates),
  rows: z.int(),
  faulted: z.int(),
  ...counts,
  leftOut: z.int(),
  error: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: instant,
});
const fault = z.strictObject({ row: z.int(), cells: z.array(z.string()), code: z.string(), sentence: z.string() });

export const imports = items(standing).extend({
  total: z.int(),
  last: z.strictObject({ name: z.string(), views: z.int() }).nullable(),
});
export const oneImport = z.strictObject({ import: standing, targets: z.array(z.string()) });
export const look = z.strictObject({
  rows: z.int(),
  faulted: z.int(),
  views: z.int(),
  from: day.nullable(),
  to: day.nullable(),
  sections: z.array(z.strictObject({ section: z.string(), views: z.int() })),
  faults: z.array(fault),
});
export const faults = items(fault).extend({ heads: z.array(z.string()), next: z.int().nullable() });
