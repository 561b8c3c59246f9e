import { Link, useLoaderData } from 'react-router';
import {
  addInput,
  addRow,
  editInput,
  editRow,
  moveRow,
  moveRowInput,
  removeInput,
  removeRow,
  setTargets,
  targetsInput,
  treeVoice,
} from '#domains/plan/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { parse } from '#platform/http/form.ts';
import { NotFound, isRefusal } from '#platform/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { Head } from '#ui/head.tsx';
import { Badge } from '#ui/state.tsx';
import { useWords } from '#ui/words.tsx';
import { planHandle } from './crumbs.ts';
import { Inspector } from './inspector.tsx';
import { inspected } from './inspected.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { fieldsTyped, targetsTyped } from './row-typed.ts';
import { shownVersion } from './shown.ts';
import { TreeGrid } from './tree-grid.tsx';
import { treeRows } from './tree-rows.ts';

export const handle = planHandle('tree');

export const loader = load(async ({ ctx, params, url, visit }) => {
  const shown = await shownVersion(ctx, params['plan'], url);
  const { all, ...tree } = await treeRows(ctx, shown, url.searchParams);
  const { number, state, inForceFrom } = shown.version;
  return {
    ...shown,
    ...tree,
    voice: treeVoice(
      { number, state, from: inForceFrom ? formatIn(visit.locale).day(inForceFrom) : '' },
      tree.count,
      tree.changes,
      shown.edits,
    ),
    inspected: await inspected(ctx, shown, all, url.searchParams),
  };
});

const intents = {
  edit: [editInput, editRow],
  add: [addInput, addRow],
  move: [moveRowInput, moveRow],
  remove: [removeInput, removeRow],
  targets: [targetsInput, setTargets],
} as const;

export const action = act(async ({ typed: { fields }, perform, params, url }) => {
  const intent = String(fields['intent']) as keyof typeof intents;
  if (!Object.hasOwn(intents, intent)) throw new NotFound(`intent ${intent}`);
  const [shape, command] = intents[intent];
  const typed = intent === 'targets' ? targetsTyped(fields) : fieldsTyped(fields, intent);
  const input = parse(shape, typed);
  if (isRefusal(input)) return input;
  const result = await perform((ctx) => (command as (ctx: Ctx, input: unknown) => ReturnType<typeof editRow>)(ctx, input));
  if (isRefusal(result)) return result;
  const changed: object = result;
  const next = new URLSearchParams(url.search);
  next.delete('add');
  next.delete('parent');
  if (intent === 'remove') next.delete('item');
  else if ('item' in changed) next.set('item', String(changed.item));
  return redirect(`/workspace/plans/${params['plan']}/tree?${next}`);
});

export default function Tree() {
  const data = useLoaderData<typeof loader>();
  const { plan, version, inForce, voice, units, edits, inspected: chosen } = data;
  const { say } = useWords();
  const root = `/workspace/plans/${plan.id}`;
  return (
    <main className={chosen ? 'page split' : 'page'} id="contenido">
      <title>{`${say('plan.tab.tree')} · ${plan.title} · Pregón`}</title>
      <div className={chosen ? 'split-main' : undefined}>
        <Head
          low
          name={
            <>
              {say('plan.tree_of')} <Badge>{say(`plan.version_${version.state}`, { number: version.number })}</Badge>
            </>
          }
          voice={say(voice.key, voice.vars)}
          actions={
            <>
              {inForce && version.id !== inForce.id && (
                <Link className="button" to={`${root}/versions/${version.number}/differences?with=${inForce.number}`}>
                  {say('plan.see_difference', { number: inForce.number })}
                </Link>
              )}
              {!edits && (
                <Link className="button" to={`${root}/versions`}>
                  {say('plan.tab.versions')}
                </Link>
              )}
            </>
          }
        />
        <PlanTabs plan={plan.id} />
        <TreeGrid
          rows={data.rows}
          edits={edits}
          chosen={chosen?.row?.item ?? null}
          version={version.id}
          filters={[
            {
              name: 'unit',
              label: say('plan.field.unit'),
              all: say('plan.all_units'),
              options: units.map(({ id, name }) => ({ value: String(id), label: name })),
            },
            { name: 'late', label: say('plan.show'), all: say('plan.everything'), options: [{ value: '1', label: say('plan.only_late') }] },
          ]}
        />
      </div>
      {chosen && <Inspector plan={plan} version={version} edits={edits} chosen={chosen} />}
    </main>
  );
}
