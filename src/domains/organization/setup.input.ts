import { z } from 'zod';
import { line, mail, maybeLine } from '#platform/http/fields.ts';

export const zones: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

const hex = z
  .string('input.color')
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'input.color');

/** One of the swatches, or `own` with the colour in `own_color`. */
export const newInstitutionInput = z.preprocess(
  (value) => {
    const typed = value as Record<string, unknown>;
    return { ...typed, color: typed.color === 'own' ? typed.own_color : typed.color };
  },
  z.object({
    kind: maybeLine(60),
    name: line(120),
    color: hex,
    language: z.enum(['es', 'en'], 'input.choice'),
    zone: z.string('input.choice').refine((zone) => zones.has(zone), 'input.choice'),
  }),
);
export type NewInstitutionInput = z.output<typeof newInstitutionInput>;

/** The password may be left empty when it was chosen before and the page is only corrected. */
export const firstAdministratorInput = z.object({
  name: line(),
  email: mail,
  position: maybeLine(),
  password: z.string().max(256).default(''),
});
export type FirstAdministratorInput = z.output<typeof firstAdministratorInput>;

export const firstUnitInput = z.object({ unit: line(), template: z.string().max(60).default('') });
export type FirstUnitInput = z.output<typeof firstUnitInput>;

export const setupCodeInput = z.object({ code: line(60) });
