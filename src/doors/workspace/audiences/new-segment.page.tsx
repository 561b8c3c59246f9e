import { useLoaderData } from 'react-router';
import { addSegment, draftOfForm, newSegmentInput } from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Head } from '#ui/head.tsx';
import { useWords } from '#ui/words.tsx';
import { segmentChoices } from './segment-choices.ts';
import { SegmentEditor } from './segment-editor.tsx';
import { buildStep, refusedRule } from './segment-form.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [
    { name: say('audiences.place.segments'), to: '/workspace/segments' },
    { name: say('audiences.segment.add') },
  ],
};

export const loader = load(async ({ ctx, visit }) => ({ choices: await segmentChoices(ctx, visit.locale) }));

export const action = act(async ({ typed, visit, perform }) => {
  const step = await buildStep(visit, typed);
  if (step) return step;
  const input = parse(newSegmentInput, { ...typed.fields, rule: draftOfForm(typed.fields) });
  if (isRefusal(input)) return refusedRule(visit, typed, input);
  const added = await perform((ctx) => addSegment(ctx, input));
  return isRefusal(added) ? refusedRule(visit, typed, added) : redirect(`/workspace/segments/${added.code}?done=segment_saved`);
});

export default function NewSegment() {
  const { choices } = useLoaderData<typeof loader>();
  const { say } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('audiences.segment.add')} · Pregón`}</title>
      <Head name={say('audiences.segment.add')} low voice={say('audiences.voice.new_segment')} />
      <SegmentEditor segment={null} rule={{ join: 'all', groups: [] }} regions={{}} choices={choices} counted={null} />
    </main>
  );
}
