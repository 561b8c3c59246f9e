import { countRule, draftOfForm, ruleShape, type Counted, type RuleDraft } from '#domains/audiences/index.ts';
import { parse, type Typed } from '#platform/http/form.ts';
import { reading, type Visit } from '#platform/http/visit.ts';
import { isRefusal, type Refusal } from '#platform/refusal.ts';
import { regionNamesOf } from './segment-choices.ts';

/** What the builder shows again without having saved: the rule as it is being made, and how many it finds. */
export interface Drafted {
  readonly draft: RuleDraft;
  readonly typed: Typed['fields'];
  readonly counted: Counted | null;
  readonly problem: Refusal | null;
  readonly regions: Record<string, string>;
}

/** One step of building: a condition or a group more or less, or only counting. Null when the form is to be saved. */
export async function buildStep(visit: Visit, typed: Typed): Promise<Drafted | null> {
  const [intent, at = ''] = String(typed.fields.intent ?? '').split(':');
  if (!['add', 'remove', 'group', 'count'].includes(intent!)) return null;
  const draft = changed(draftOfForm(typed.fields), intent!, at, typed);
  const rule = parse(ruleShape, draft);
  const counted = isRefusal(rule) ? null : await countRule(reading(visit), rule);
  return {
    draft,
    typed: typed.fields,
    counted,
    problem: isRefusal(rule) && intent === 'count' ? problemOf(rule) : null,
    regions: regionNamesOf(draft),
  };
}

/** A refusal to save: beside its field when it has one, else over the rule, which is shown again as it was being made. */
export async function refusedRule(visit: Visit, typed: Typed, refusal: Refusal): Promise<Drafted | Refusal> {
  const problems = 'problems' in refusal ? (refusal.problems as Record<string, Refusal>) : {};
  const beside = Object.keys(problems).find((field) => !field.startsWith('rule'));
  if (beside !== undefined || refusal.field !== undefined) return { ...refusal };
  const drafted = await buildStep(visit, { ...typed, fields: { ...typed.fields, intent: 'count' } });
  return { ...drafted!, problem: problemOf(refusal) };
}

/** The first thing that is wrong in a rule, as a refusal of the whole. */
function problemOf(refusal: Refusal): Refusal {
  const problems = 'problems' in refusal ? Object.values(refusal.problems as Record<string, Refusal>) : [];
  const { field: _, ...first } = problems[0] ?? refusal;
  return first;
}

function changed(draft: RuleDraft, intent: string, at: string, typed: Typed): RuleDraft {
  if (intent === 'group') return { ...draft, groups: [...draft.groups, { join: 'all', conditions: [] }] };
  if (intent === 'count') return draft;
  const [group = 0, condition = -1] = at.split('.').map(Number);
  const groups = draft.groups.length === 0 ? [{ join: 'all', conditions: [] }] : draft.groups;
  const field = [typed.fields[`g${group}.add`] ?? 'kind'].flat()[0]!;
  return {
    ...draft,
    groups: groups
      .map((one, index) => {
        if (index !== group) return one;
        if (intent === 'add') return { ...one, conditions: [...one.conditions, { field, not: false, name: '', values: [] }] };
        return { ...one, conditions: one.conditions.filter((_, place) => place !== condition) };
      })
      .filter((one, index) => !(intent === 'remove' && index === group && one.conditions.length === 0 && groups.length > 1)),
  };
}
