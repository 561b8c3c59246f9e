import { z } from 'zod';
import { readRegions } from '#domains/organization/index.ts';

/**
 * Regions as their DIVIPOLA codes, each once; said as codes or names, one or many. What is none is refused as `region.unknown` {name},
 * a name that several have as `region.several` {name}.
 */
export const regionCodes = z
  .union([z.string(), z.array(z.string().max(200)).max(400)])
  .default([])
  .transform((said, ctx) => {
    const { codes, unknown, several } = readRegions([said].flat());
    if (unknown === null) return codes;
    ctx.addIssue({ code: 'custom', message: several ? 'region.several' : 'region.unknown', params: { name: unknown } });
    return z.NEVER;
  });
