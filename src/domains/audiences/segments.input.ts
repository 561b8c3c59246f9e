import { z } from 'zod';
import { code, line, maybeLine, several, version } from './fields.input.ts';
import { ruleShape } from './segment-rule.ts';

const fields = {
  name: line(),
  focus: maybeLine(2000),
  channels: several(z.string().max(60), 60),
  rule: ruleShape,
};

export const newSegmentInput = z.object({ ...fields, code: z.preprocess((value) => (value === '' ? undefined : value), code.optional()) });
export const changedSegmentInput = z.object({ ...fields, code, version });
export const segmentCodeInput = z.object({ code });
export const countedRuleInput = z.object({ rule: ruleShape });

export type SegmentInput = z.output<typeof newSegmentInput>;
