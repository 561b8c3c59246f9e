import { Form, useLoaderData } from 'react-router';
import {
  closedSlotInput,
  closeSlot,
  editorialPolicy,
  kindCodes,
  listSlots,
  newSlotInput,
  openSlot,
  recurrences,
} from '#domains/editorial/index.ts';
import { act, load, redirect } from '#platform/http/page.ts';
import { may } from '#platform/http/policy.ts';
import { isRefusal } from '#platform/refusal.ts';
import type { Say } from '#platform/i18n/words.ts';
import { FormRefusal, SelectField, TextField } from '#ui/field.tsx';
import { Choices } from '#ui/choices.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { ItemField, OwnerField } from '../editorial/belonging-fields.tsx';
import { choicesOf } from '../editorial/choices.ts';
import { useAnswer } from '../organization/answer.ts';

export const handle = {
  crumbs: (_: unknown, say: Say) => [{ name: say('calendar.calendar'), to: '/workspace/calendar' }, { name: say('calendar.slots') }],
  topics: () => ['calendar'],
};

export const loader = load(async ({ ctx, visit }) => ({
  slots: await listSlots(ctx),
  kinds: kindCodes,
  turns: recurrences,
  writes: may(visit.actor, editorialPolicy['slots.write']),
  ...(await choicesOf(ctx)),
}));

export const action = act(async ({ typed, command }) => {
  const { intent, ...given } = typed.fields;
  const done = intent === 'close' ? await command(closedSlotInput, given, closeSlot) : await command(newSlotInput, given, openSlot);
  return isRefusal(done) ? done : redirect('/workspace/calendar/slots');
});

/** What recurs in the calendar and is owed by itself. */
export default function Slots() {
  const { slots, segments, kinds, turns, writes, units, activities, people } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  const answer = useAnswer('open');
  return (
    <main className="page" id="contenido">
      <title>{`${say('calendar.slots')} · Pregón`}</title>
      <Head name={say('calendar.slots')} voice={say('calendar.slots_voice', { count: slots.length })} />
      {slots.length === 0 ? (
        <Empty title={say('calendar.slots_none')}>{say('calendar.slots_none_how')}</Empty>
      ) : (
        <ul className="lines">
          {slots.map((slot) => (
            <li key={slot.id}>
              <div className="what">
                <b>{slot.name}</b>
                <small>{[say(`pieces.kind.${slot.kind}`), slot.unitName, slot.ownerName].filter(Boolean).join(' · ')}</small>
              </div>
              <span className="muted">
                {say(`calendar.recurrence.${slot.recurrence}`)} · {format.dayName(slot.startsOn)}
              </span>
              {writes && (
                <Form method="post">
                  <input type="hidden" name="slot" value={slot.id} />
                  <button className="button small" name="intent" value="close">
                    {say('calendar.close_slot')} <span className="sr">{slot.name}</span>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {writes && (
        <Section title={say('calendar.new_slot')}>
          <Form method="post" className="form card">
            <FormRefusal answer={answer} />
            <div className="stack">
              <TextField
                name="name"
                label={say('calendar.slot_name')}
                hint={say('calendar.slot_name_hint')}
                answer={answer}
                required
                maxLength={200}
              />
              <SelectField
                name="kind"
                label={say('pieces.kind')}
                options={kinds.map((code) => ({ value: code, label: say(`pieces.kind.${code}`) }))}
                answer={answer}
              />
              <SelectField
                name="recurrence"
                label={say('calendar.recurrence')}
                options={turns.map((one) => ({ value: one, label: say(`calendar.recurrence.${one}`) }))}
                defaultValue="monthly"
                answer={answer}
              />
              <TextField name="startsOn" type="date" label={say('calendar.starts_on')} answer={answer} required />
            </div>
            <div className="stack">
              <TextField name="endsOn" type="date" label={say('calendar.ends_on')} answer={answer} optional />
              <SelectField
                name="unit"
                label={say('pieces.unit')}
                blank={say('pieces.reader_none')}
                options={units}
                answer={answer}
                optional
              />
              <OwnerField options={people} answer={answer} />
              <ItemField options={activities} answer={answer} />
              {segments.length > 0 && (
                <details className="way">
                  <summary>{say('calendar.slot_segments')}</summary>
                  <Choices
                    several
                    name="segments"
                    legend={say('calendar.slot_segments')}
                    hint={say('calendar.slot_segments_hint')}
                    options={segments}
                    answer={answer}
                  />
                </details>
              )}
            </div>
            <p className="actions">
              <button className="button primary" name="intent" value="open">
                {say('calendar.open_slot')}
              </button>
            </p>
          </Form>
        </Section>
      )}
    </main>
  );
}
