import { z } from 'zod';
import { readRegions } from '#domains/organization/index.ts';
import { plain } from './plain.ts';

export { blank, day, line, mail, maybeLine, rowId, several, version } from '#platform/http/fields.ts';

export const code = z
  .string('input.required')
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'segment.code')
  .max(60);

/** A telephone as E.164 says. One of ten digits is of Colombia (Plan Nacional de Numeración: 3xx, or 60x since 2021). */
export const phone = z
  .string()
  .trim()
  .transform((said, ctx) => {
    const bare = said.replace(/[\s().-]/g, '');
    const whole =
      /^(3|60)\d{8,9}$/.test(bare) && bare.length === 10 ? `+57${bare}` : bare.replace(/^00/, '+').replace(/^57(?=\d{10}$)/, '+57');
    if (/^\+[0-9]{7,15}$/.test(whole)) return whole;
    ctx.addIssue({ code: 'custom', message: 'contact.phone' });
    return z.NEVER;
  });

/** One municipality or department, by its code or its name. */
export const region = z
  .string()
  .trim()
  .transform((said, ctx) => {
    const { codes, unknown, several: many } = readRegions([said]);
    if (unknown === null && codes.length === 1) return codes[0]!;
    ctx.addIssue({ code: 'custom', message: many ? 'region.several' : 'region.unknown', params: { name: unknown ?? said } });
    return z.NEVER;
  });

/** Words parted by semicolons, commas or lines, or a list: each once, in small letters. */
export const words = z.preprocess(
  (value) => [
    ...new Set(
      [value ?? []]
        .flat()
        .flatMap((one) => String(one).split(/[;,\n]/))
        .map((word) => word.trim().replace(/\s+/g, ' ').toLowerCase())
        .filter((word) => word !== ''),
    ),
  ],
  z.array(z.string().max(60)).max(40),
);

/** What else is known: `sector: TIC` a line, or an object. Names are compared without accents or capitals. */
export const attributes = z.preprocess(
  (value) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    const lines = [value ?? []].flat().flatMap((one) => String(one).split('\n'));
    return Object.fromEntries(
      lines
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map((one) => {
          const at = one.indexOf(':');
          return at < 1 ? [one, ''] : [plain(one.slice(0, at)), one.slice(at + 1).trim()];
        }),
    );
  },
  z
    .record(z.string().min(1).max(60), z.string().trim().min(1, 'contact.attribute').max(200))
    .refine((given) => Object.keys(given).length <= 30, 'contact.attributes'),
);
