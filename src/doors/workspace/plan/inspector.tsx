import { Form, Link, useSearchParams } from 'react-router';
import type { Plan, Version } from '#domains/plan/index.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline } from '#ui/time.tsx';
import { useWords } from '#ui/words.tsx';
import { useAnswer } from '../organization/answer.ts';
import { Drawer } from '../organization/drawer.tsx';
import type { Inspected } from './inspected.ts';
import { RowFacts } from './row-facts.tsx';
import { RowFields } from './row-fields.tsx';
import { StaleRow } from './stale-row.tsx';
import { TargetsForm } from './targets-form.tsx';

interface Props {
  readonly plan: Plan;
  readonly version: Version;
  readonly edits: boolean;
  readonly chosen: Inspected;
}

/** What surrounds a row of the tree: its fields, where it goes, what hangs from it, what happened to it. */
export function Inspector({ plan, version, edits, chosen }: Props) {
  const { say, format, now } = useWords();
  const [params] = useSearchParams();
  const { row, kind } = chosen;
  const name = [say(`plan.kind.${kind}`), row?.number].filter(Boolean).join(' ');
  const without = new URLSearchParams([...params].filter(([key]) => !['item', 'add', 'parent'].includes(key)));
  return (
    <aside className="inspector" aria-label={row ? name : say(`plan.add.${kind}`)}>
      <header>
        <p className="small muted">{name}</p>
        <Link className="button quiet small" to={`?${without}`} aria-label={say('ui.close')} preventScrollReset>
          ✕
        </Link>
      </header>
      <h2>{row ? row.title : say(`plan.add.${kind}`)}</h2>
      {!row && chosen.above && (
        <p className="small muted">
          {say('plan.hangs_from')}: {chosen.above}
        </p>
      )}
      {edits ? (
        <RowForm key={`${row?.item}-${row?.revision}`} version={version} chosen={chosen} plan={plan} />
      ) : (
        <RowFacts chosen={chosen} />
      )}
      {row && kind === 'indicator' && edits && <TargetsForm key={row.revision} version={version.id} row={row} />}
      {row && chosen.below.length > 0 && (
        <Section title={say('plan.below')} count={format.number(chosen.below.length)}>
          <ul className="plain-rows">
            {chosen.below.map(({ value, label }) => (
              <li key={value}>
                <Link className="quiet" to={`?${withItem(without, value)}`} preventScrollReset>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {row && (kind === 'activity' || kind === 'indicator') && (
        <p>
          <Link to={kind === 'activity' ? `/workspace/activities/${row.item}` : `/workspace/indicators/${row.item}`}>
            {say(`plan.open.${kind}`)}
          </Link>
        </p>
      )}
      {row && edits && <MoveAndRemove version={version.id} chosen={chosen} />}
      {chosen.edits.length > 0 && (
        <Section title={say('plan.history')}>
          <Timeline
            moments={chosen.edits.map(({ at, who, action }, index) => ({
              key: index,
              what: say(`plan.edit.${action}`),
              more: who,
              when: format.ago(at, now),
              now: index === 0,
            }))}
          />
        </Section>
      )}
    </aside>
  );
}

const withItem = (params: URLSearchParams, item: string) => new URLSearchParams([...params, ['item', item]]);

function RowForm({ version, chosen, plan }: { version: Version; chosen: Inspected; plan: Plan }) {
  const { say } = useWords();
  const { row, kind, child } = chosen;
  const answer = useAnswer(row ? 'edit' : 'add');
  return (
    <>
      <Form method="post" className="form" preventScrollReset>
        <StaleRow answer={answer} />
        {answer?.refusal?.refused !== 'form.stale' && <FormRefusal answer={answer} />}
        <input type="hidden" name="intent" value={row ? 'edit' : 'add'} />
        <input type="hidden" name="version" value={version.id} />
        {row ? (
          <>
            <input type="hidden" name="item" value={row.item} />
            <input type="hidden" name="revision" value={String(answer?.typed['revision'] ?? row.revision)} />
          </>
        ) : (
          <>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="parent" value={chosen.parent ?? ''} />
          </>
        )}
        <RowFields chosen={chosen} plan={plan} answer={answer} />
        <div className="actions">
          <button className="button primary">{say(row ? 'plan.save' : `plan.add.${kind}`)}</button>
        </div>
      </Form>
      {row && child && (
        <p>
          <Link className="button quiet small" to={`?add=${child}&parent=${row.item}`} preventScrollReset>
            + {say(`plan.kind.${child}`)}
          </Link>
        </p>
      )}
    </>
  );
}

function MoveAndRemove({ version, chosen }: { version: number; chosen: Inspected }) {
  const { say } = useWords();
  const { row, parents, siblings } = chosen;
  const move = useAnswer('move');
  const remove = useAnswer('remove');
  if (!row) return null;
  return (
    <>
      <Drawer name={say('plan.move')} open={move !== undefined}>
        <Form method="post" className="form" preventScrollReset>
          <FormRefusal answer={move} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="item" value={row.item} />
          {row.parent !== null && (
            <SelectField name="parent" label={say('plan.hangs_from')} options={parents} defaultValue={String(row.parent)} answer={move} />
          )}
          {row.parent === null && <input type="hidden" name="parent" value="" />}
          <TextField
            type="number"
            name="position"
            label={say('plan.position')}
            min={1}
            max={Math.max(siblings, 1) + 50}
            defaultValue={row.position}
            required
            answer={move}
          />
          <div className="actions">
            <button className="button" name="intent" value="move">
              {say('plan.move')}
            </button>
          </div>
        </Form>
      </Drawer>
      <Drawer name={say('plan.remove')} open={remove !== undefined}>
        <Form method="post" className="form" preventScrollReset>
          <FormRefusal answer={remove} />
          <p className="small">{say('plan.remove_how')}</p>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="item" value={row.item} />
          <input type="hidden" name="revision" value={row.revision} />
          <div className="actions">
            <button className="button grave" name="intent" value="remove">
              {say('plan.remove_it')}
            </button>
          </div>
        </Form>
      </Drawer>
    </>
  );
}
