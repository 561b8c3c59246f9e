import { audiencesPolicy, countRule, draftOfForm, ruleShape } from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { reading } from '#platform/http/visit.ts';
import { isRefusal, NotFound } from '#platform/refusal.ts';

export const loader = load(() => {
  throw new NotFound('a count is asked with a rule');
});

/** How many a rule finds while it is being made; null while it says nothing whole. It changes nothing. */
export const action = act(async ({ typed, visit }) => {
  const rule = parse(ruleShape, draftOfForm(typed.fields));
  const counted = isRefusal(rule) ? null : await countRule(reading(visit), rule);
  return { counted, reads: may(visit.actor, audiencesPolicy['contacts.read']) };
});
