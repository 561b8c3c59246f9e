import { Form, useLoaderData } from 'react-router';
import {
  audiencesPolicy,
  changedSegmentInput,
  changeSegment,
  countRule,
  draftOfForm,
  getSegment,
  removeSegment,
  segmentCodeInput,
} from '#domains/audiences/index.ts';
import { parse } from '#platform/http/form.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import type { Say } from '#platform/i18n/words.ts';
import { isRefusal } from '#platform/refusal.ts';
import { Head } from '#ui/head.tsx';
import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { Done } from './done.tsx';
import { regionNamesOf, segmentChoices } from './segment-choices.ts';
import { SegmentEditor } from './segment-editor.tsx';
import { buildStep, refusedRule } from './segment-form.ts';

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  crumbs: ({ segment }: Data, say: Say) => [{ name: say('audiences.place.segments'), to: '/workspace/segments' }, { name: segment.name }],
};

export const loader = load(async ({ ctx, params, visit }) => {
  const segment = await getSegment(ctx, params.segment ?? '');
  return {
    segment,
    counted: await countRule(ctx, segment.rule),
    choices: await segmentChoices(ctx, visit.locale, segment.code),
    regions: regionNamesOf(segment.rule),
    writes: may(visit.actor, audiencesPolicy['segments.write']),
  };
});

export const action = act(async ({ typed, params, visit, perform }) => {
  if (typed.fields.intent === 'remove') {
    const input = parse(segmentCodeInput, { code: params.segment });
    if (isRefusal(input)) return input;
    const removed = await perform((ctx) => removeSegment(ctx, input));
    return isRefusal(removed) ? removed : redirect('/workspace/segments?done=segment_removed');
  }
  const step = await buildStep(visit, typed);
  if (step) return step;
  const input = parse(changedSegmentInput, { ...typed.fields, code: params.segment, rule: draftOfForm(typed.fields) });
  if (isRefusal(input)) return refusedRule(visit, typed, input);
  const changed = await perform((ctx) => changeSegment(ctx, input));
  return isRefusal(changed) ? refusedRule(visit, typed, changed) : redirect(`/workspace/segments/${changed.code}?done=segment_saved`);
});

export default function SegmentPage() {
  const { segment, counted, choices, regions, writes } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const ruled = segment.rule.groups.some(({ conditions }) => conditions.length > 0);
  return (
    <main className="page" id="contenido">
      <title>{`${segment.name} · Pregón`}</title>
      <Head
        name={segment.name}
        low
        voice={
          ruled
            ? say(counted.roughly ? 'audiences.voice.segment_roughly' : 'audiences.voice.segment', {
                count: counted.count,
                mail: format.number(counted.mail),
                agreed: format.number(counted.agreed),
              })
            : say('audiences.voice.segment_unruled')
        }
      />
      <Done />
      {writes ? (
        <>
          <SegmentEditor segment={segment} rule={segment.rule} regions={regions} choices={choices} counted={counted} />
          <Form method="post">
            <button className="button small" name="intent" value="remove">
              {say('audiences.segment.remove')}
            </button>
          </Form>
        </>
      ) : (
        <Facts
          rows={[
            segment.focus !== '' && [say('audiences.segment.focus'), segment.focus],
            segment.channels.length > 0 && [
              say('audiences.segment.channels'),
              segment.channels.map((code) => choices.channels.find(({ value }) => value === code)?.label ?? code).join(', '),
            ],
            [say('audiences.segment.contacts', { count: counted.count }), format.number(counted.count)],
          ]}
        />
      )}
    </main>
  );
}
