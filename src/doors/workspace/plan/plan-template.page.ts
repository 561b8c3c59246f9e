import { planTemplate } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { yamlAnswer } from './downloads.ts';

export const loader = load(async ({ params }) => {
  const text = await planTemplate(params['template'] ?? '');
  if (text === null) throw new NotFound(`template ${params['template']}`);
  return yamlAnswer(`${params['template']}.yaml`, text);
});
