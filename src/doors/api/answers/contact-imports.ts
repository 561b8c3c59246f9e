import { z } from 'zod';
import { listedActs } from '#domains/audiences/index.ts';
import { day, id, instant } from './parts.ts';

const standing = z.strictObject({
  id,
  name: z.string(),
  file: z.string(),
  size: z.int(),
  state: z.enum(['matching', 'running', 'stopped', 'done', 'failed', 'undoing', 'undone']),
  columns: z.array(z.string()),
  heads: z.array(z.string()),
  estimated: z.int(),
  kind: z.string(),
  rule: z.enum(['fill', 'replace', 'keep']),
  purposes: z.array(z.string()),
  proof: z.string(),
  consentOn: day.nullable(),
  act: z.enum(listedActs).nullable(),
  about: z.string().nullable(),
  aboutName: z.string().nullable(),
  on: day.nullable(),
  atRow: z.int(),
  rows: z.int(),
  added: z.int(),
  merged: z.int(),
  kept: z.int(),
  faulted: z.int(),
  noted: z.int(),
  undone: z.int(),
  error: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
const fault = z.strictObject({
  row: z.int(),
  cells: z.array(z.string()),
  problems: z.array(z.strictObject({ column: z.string().nullable(), code: z.string(), sentence: z.string() })),
});

export const imports = z.strictObject({ items: z.array(standing), next: id.nullable() });
export const oneImport = z.strictObject({ import: standing, targets: z.array(z.string()), sample: z.array(z.array(z.string())) });
export const look = z.strictObject({
  rows: z.int(),
  ready: z.int(),
  known: z.int(),
  repeated: z.int(),
  faulted: z.int(),
  faults: z.array(fault),
  first: z.array(
    z.strictObject({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), region: z.string().nullable() }),
  ),
});
export const faults = z.strictObject({ heads: z.array(z.string()), items: z.array(fault), next: z.int().nullable() });
