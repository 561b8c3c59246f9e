import { z } from 'zod';
import { line, mail, maybeLine, ticked, version } from '#platform/http/fields.ts';

export const brandShape = z.object({
  kind: maybeLine(80),
  name: line(120),
  color: z
    .string('input.required')
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'input.color'),
  language: z.enum(['es', 'en'], 'input.choice'),
  zone: z.string('input.required').refine(isZone, 'input.zone'),
  govco_bar: ticked,
  works_saturdays: ticked,
  address: maybeLine(300),
  phone: maybeLine(80),
  email: z.union([z.literal(''), mail]).default(''),
  version,
});

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
