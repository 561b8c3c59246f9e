import { Link, useLoaderData } from 'react-router';
import {
  difference,
  differenceVoice,
  getVersionByNumber,
  listVersions,
  versionDocument,
  type FieldChange,
  type Named,
} from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { NotFound } from '#platform/refusal.ts';
import { Diff } from '#ui/diff.tsx';
import { Head } from '#ui/head.tsx';
import { Empty } from '#ui/said-back.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import { planHandle } from './crumbs.ts';
import { PlanTabs } from './plan-tabs.tsx';
import { planOf } from './shown.ts';

export const handle = planHandle('versions');

/** `?with=6`: the version to compare with; without it, the one before. */
export const loader = load(async ({ ctx, params, url }) => {
  const plan = await planOf(ctx, params['plan']);
  const after = await getVersionByNumber(ctx, plan.id, Number(params['number']));
  const versions = await listVersions(ctx, plan.id);
  const other = Number(url.searchParams.get('with')) || versions.find(({ number }) => number < after.number)?.number;
  const before = versions.find(({ number }) => number === other);
  if (!before) throw new NotFound('a version to compare with');
  const [was, is] = await Promise.all([versionDocument(ctx, before.id), versionDocument(ctx, after.id)]);
  const found = difference(was, is);
  return {
    plan,
    before: before.number,
    after: after.number,
    found,
    voice: differenceVoice(found, before.number, after.number),
    numbers: versions.map(({ number }) => number).filter((number) => number !== after.number),
  };
});

export default function Differences() {
  const { plan, before, after, found, voice, numbers } = useLoaderData<typeof loader>();
  const { say, format } = useWords();
  return (
    <main className="page" id="contenido">
      <title>{`${say('plan.differences')} · ${plan.title} · Pregón`}</title>
      <Head low name={plan.title} voice={say(voice.key, voice.vars)} />
      <PlanTabs plan={plan.id} />
      {numbers.length > 1 && (
        <p className="filters">
          {say('plan.compare', { number: after })}{' '}
          {numbers.map((number) => (
            <Link key={number} className={number === before ? 'chip on' : 'chip'} to={`?with=${number}`}>
              {say('plan.version', { number })}
            </Link>
          ))}
        </p>
      )}
      {found.count === 0 && <Empty title={say('plan.no_difference')} />}
      {found.added.length > 0 && (
        <Section title={say('plan.came')} count={format.number(found.added.length)}>
          <Names things={found.added} />
        </Section>
      )}
      {found.removed.length > 0 && (
        <Section title={say('plan.went')} count={format.number(found.removed.length)}>
          <Names things={found.removed} />
        </Section>
      )}
      {found.moved.length > 0 && (
        <Section title={say('plan.changed_place')} count={format.number(found.moved.length)}>
          <ul className="plain-rows">
            {found.moved.map((thing) => (
              <li key={thing.key}>
                <span>
                  <NameOf thing={thing} /> <small className="muted">{say('plan.from_to', { from: thing.from, to: thing.to })}</small>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {found.changed.length > 0 && (
        <Section title={say('plan.changed')} count={format.number(found.changed.length)}>
          {found.changed.map((thing) => (
            <article key={thing.key} className="change">
              <h3>
                <NameOf thing={thing} />
              </h3>
              <dl className="facts">
                {thing.fields.map((field) => [
                  <dt key={field.field}>{say(`plan.field.${field.field}`)}</dt>,
                  <dd key={`${field.field} d`}>
                    <Change change={field} />
                  </dd>,
                ])}
              </dl>
            </article>
          ))}
        </Section>
      )}
    </main>
  );
}

function Names({ things }: { things: readonly Named[] }) {
  return (
    <ul className="plain-rows">
      {things.map((thing) => (
        <li key={thing.key}>
          <span>
            <NameOf thing={thing} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function NameOf({ thing }: { thing: Named }) {
  const { say } = useWords();
  return (
    <>
      <span className="muted small">
        {say(`plan.kind.${thing.kind}`)} {thing.number}
      </span>{' '}
      {thing.title}
    </>
  );
}

function Change({ change }: { change: FieldChange }) {
  const { say, format } = useWords();
  if (change.stretches)
    return (
      <p className="diff">
        <Diff stretches={change.stretches} />
      </p>
    );
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return say('plan.nothing');
    if (typeof value === 'number') return format.number(value, 2);
    if (typeof value === 'string')
      return /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? format.day(value)
        : choices.has(change.field)
          ? say(`plan.${change.field}.${value}`)
          : value;
    if (Array.isArray(value))
      return value.length === 0
        ? say('plan.nothing')
        : format.list(value.map((one) => (typeof one === 'object' ? targetText(one as Target) : String(one))));
    return (
      Object.entries(value as Record<string, string>)
        .map(([name, held]) => `${name} = ${held}`)
        .join(', ') || say('plan.nothing')
    );
  };
  interface Target {
    startsOn: string;
    endsOn: string;
    value: number;
  }
  const targetText = ({ startsOn, endsOn, value }: Target) =>
    `${format.number(value, 2)} (${format.shortDay(startsOn, '')} – ${format.shortDay(endsOn, '')})`;
  return (
    <Diff
      stretches={[
        { words: text(change.before), change: 'removed' },
        { words: ' ', change: 'same' },
        { words: text(change.after), change: 'added' },
      ]}
    />
  );
}

const choices = new Set(['recurrence', 'frequency', 'direction', 'addsUp']);
