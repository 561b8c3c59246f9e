import { z } from 'zod';
import { additions } from '#domains/plan/index.ts';
import { day, id } from './parts.ts';
import { plan, version } from './plans.ts';

const light = z.enum(['good', 'risk', 'off', 'none']);
const lights = z.strictObject({ good: z.int(), risk: z.int(), off: z.int(), none: z.int() });
/** Both in percent. */
const advance = z.strictObject({ progress: z.number(), due: z.number() }).nullable();
const figure = z.number().nullable();

const part = z.strictObject({
  item: id,
  number: z.string(),
  title: z.string(),
  parent: id.nullable(),
  advance,
  indicators: z.int(),
  lights,
  lateActivities: z.int(),
});

const period = z.strictObject({
  startsOn: day,
  endsOn: day,
  open: z.boolean(),
  value: figure,
  accumulated: figure,
  due: figure,
  percentOfDue: figure,
  light,
});

const row = z.strictObject({
  item: id,
  title: z.string(),
  figureUnit: z.string(),
  measure: z.string(),
  own: z.boolean(),
  unit: id.nullable(),
  unitName: z.string().nullable(),
  personName: z.string().nullable(),
  activity: id,
  component: id.nullable(),
  objective: id.nullable(),
  target: figure,
  value: figure,
  asOf: day.nullable(),
  due: figure,
  percentOfDue: figure,
  fulfilled: z.boolean(),
  light,
  lastOn: day.nullable(),
  overdue: z.strictObject({ startsOn: day, endsOn: day, daysLate: z.int() }).nullable(),
  trend: z.array(figure),
  periods: z.array(period),
  pending: z.int(),
  late: z.strictObject({ title: z.string(), days: z.int() }).nullable(),
});

export const board = z.strictObject({
  plan,
  version,
  today: day,
  advance,
  objectives: z.array(part),
  components: z.array(part),
  lights,
  activities: z.int(),
  lateActivities: z.int(),
  overdueReadings: z.int(),
  aligned: z.array(plan),
  rows: z.array(row),
  units: z.array(z.strictObject({ id, name: z.string() })),
});

export const measure = z.strictObject({
  code: z.string(),
  unit: z.string(),
  addsUp: z.enum(additions),
  stage: z.enum(['input', 'output', 'outtake', 'outcome', 'impact']),
  reads: z.enum(['own', 'by_hand']),
  percentile: z.number().optional(),
  opens: z.string(),
  fedBy: z.array(z.string()),
});

const record = z.strictObject({
  id,
  day,
  amount: z.number(),
  base: z.number(),
  activity: id.nullable(),
  campaign: id.nullable(),
  piece: id.nullable(),
  unitName: z.string().nullable(),
  channels: z.array(z.string()),
  classes: z.array(z.string()),
  kind: z.string().nullable(),
  line: z.string().nullable(),
  section: z.string().nullable(),
  tool: z.string().nullable(),
  recordType: z.string(),
  recordId: z.string(),
  /** null when the reader may not know it, or it is gone. */
  name: z.string().nullable(),
  opens: z.string(),
});

export const measureCard = z.strictObject({
  measure,
  from: day,
  to: day,
  today: day,
  value: figure,
  percentile: z.number(),
  entries: z.int(),
  months: z.array(z.strictObject({ startsOn: day, endsOn: day, entries: z.int(), value: figure })),
  parts: z.array(z.strictObject({ part: z.string(), value: z.string(), amount: z.number(), base: z.number(), entries: z.int() })),
  names: z.record(z.string(), z.record(z.string(), z.string())),
  records: z.array(record),
  next: z.strictObject({ day, id }).nullable(),
  indicators: z.array(z.strictObject({ item: id, title: z.string(), plan: z.string(), measure: z.string() })),
});
