import { z } from 'zod';
import { actionClasses, actionModes, campaignMoves, campaignScopes, campaignStates, type CampaignMove } from './campaign.ts';
import { calendarDay as day, code, blank, rowId as id, ticked } from '#platform/http/fields.ts';
import { codes } from './pieces.input.ts';
import { regionCodes } from './regions.input.ts';

/** Whole pesos, written as people do: `$ 7.600.000`, `7600000`. */
export const pesos = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/[\s$\u00a0.]/g, '').replace(',', '.') : value),
  z.coerce.number('input.number').int('input.whole').min(0, 'input.number').max(1e14, 'input.number'),
);
const name = z.string('input.required').trim().min(1, 'input.required').max(200);
const text = (longest: number) => z.string().trim().max(longest).default('');

const said = {
  name,
  objective: text(2_000),
  scope: z.enum(campaignScopes, 'input.choice'),
  unit: blank(id),
  item: blank(id),
  owner: blank(z.uuid('input.person')),
  startsOn: day,
  endsOn: day,
  segments: codes,
  regions: regionCodes,
  tone: text(2_000),
  budget: z.preprocess((value) => (value === '' || value === undefined ? 0 : value), pesos),
};

export const newCampaignInput = z.object({ ...said, request: blank(id), code: z.union([z.literal(''), code]).default('') });
export const campaignInput = z.object({ ...said, campaign: id, revision: id, unit: id, code, public: ticked.default(false) });
export const campaignMoveInput = z.object({
  campaign: id,
  move: z.enum(Object.keys(campaignMoves) as [CampaignMove, ...CampaignMove[]], 'input.choice'),
});
export const campaignReportInput = z.object({ campaign: id, revision: id, report: z.string().trim().max(50_000) });

/** A line a sign: words by which a text shows that it says it. */
const signs = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\n,;]/).map((one) => one.trim()) : (value ?? [])),
  z.array(z.string().max(80)).transform((all) => all.filter((one) => one !== '')),
);
export const lineInput = z.object({
  campaign: id,
  line: z.string('input.required').trim().min(1, 'input.required').max(300),
  detail: text(2_000),
  signs,
});
export const editLineInput = lineInput.extend({ id });
export const placeLineInput = z.object({ campaign: id, id, up: ticked });
export const removeLineInput = z.object({ campaign: id, id });

export const actionInput = z.object({
  campaign: id,
  title: name,
  class: z.enum(actionClasses, 'input.choice'),
  mode: z.enum(actionModes, 'input.choice'),
  channel: text(120),
  startsOn: day,
  endsOn: day,
});
export const actionMoveInput = z.object({
  campaign: id,
  id,
  state: z.enum(['done', 'cancelled', 'planned'], 'input.choice'),
  note: text(2_000),
});

export const spendInput = z.object({
  campaign: id,
  action: blank(id),
  concept: name,
  supplier: name,
  contract: z.string('input.required').trim().min(1, 'input.required').max(120),
  amount: pesos.pipe(z.number().min(1, 'input.number')),
  spentOn: day,
  file: blank(z.uuid('input.choice')),
});
export const voidSpendInput = z.object({
  campaign: id,
  id,
  reason: z.string('input.required').trim().min(5, 'campaign.needs_reason').max(2_000),
});

export const resultInput = z.object({
  campaign: id,
  name,
  value: z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .trim()
            .replace(/\.(?=\d{3}(\D|$))/g, '')
            .replace(',', '.')
        : value,
    z.coerce.number('input.number'),
  ),
  unit: z.string('input.required').trim().min(1, 'input.required').max(60),
  note: text(2_000),
  file: blank(z.uuid('input.choice')),
});

export const campaignFilterInput = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  scope: z.enum(campaignScopes).optional().catch(undefined),
  state: z
    .enum([...campaignStates, 'open'])
    .optional()
    .catch(undefined),
  segment: z.string().max(80).optional().catch(undefined),
  region: z
    .string()
    .regex(/^\d{2}(\d{3})?$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type NewCampaignInput = z.output<typeof newCampaignInput>;
export type CampaignInput = z.output<typeof campaignInput>;
export type CampaignFilter = z.output<typeof campaignFilterInput>;
export type LineInput = z.output<typeof lineInput>;
export type ActionInput = z.output<typeof actionInput>;
export type SpendInput = z.output<typeof spendInput>;
export type ResultInput = z.output<typeof resultInput>;
