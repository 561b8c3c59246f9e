import { useLoaderData } from 'react-router';
import { publicActivities, publicPlan, publicStates, type PublicActivity } from '#domains/plan/index.ts';
import { load } from '#platform/http/page.ts';
import { Light, type LightName } from '#ui/state.tsx';
import { Voice } from '#ui/voice.tsx';
import { useWords } from '#ui/words.tsx';
import { Page } from '../page.tsx';
import { asked } from './activities-asked.ts';

const atOnce = 20;

export const loader = load(async ({ ctx, params, url }) => {
  const found = await publicPlan(ctx, params.code!);
  const filters = asked(url);
  const page = Number(url.searchParams.get('page')) || 1;
  const { code, title, unitName } = found.plan;
  return { code, title, unitName, filters, states: publicStates, list: await publicActivities(ctx, found, { ...filters, page, atOnce }) };
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Activities() {
  const data = useLoaderData<typeof loader>();
  const { code, title, filters, list } = data;
  const { say } = useWords();
  const narrowed = filters.search !== '' || filters.unit !== undefined || filters.state !== undefined;
  const voice = narrowed
    ? say('portal.activities.found', { count: list.found, all: list.all })
    : say('portal.activities.voice', { count: list.all });
  const at = `/plan/${code}`;
  const same = addressWith(filters);
  return (
    <Page
      title={`${say('portal.activities')} · ${title}`}
      description={voice.replaceAll('**', '')}
      here={say('portal.activities')}
      crumbs={[
        { to: '/plan', name: say('portal.how_we_go') },
        { to: at, name: title },
      ]}
    >
      <header className="head">
        <p className="kicker">{title}</p>
        <h1 className="title sr">{say('portal.activities')}</h1>
        <Voice sentence={voice} />
        <p className="take">
          <a className="button" href={`${at}/activities.csv${same({})}`}>
            {say('portal.take.data')} <span className="small muted">CSV</span>
          </a>
          <a className="more" href={`${at}/activities.xlsx${same({})}`}>
            Excel
          </a>
          <a className="more" href={`${at}/text`}>
            {say('portal.read_plan')}
          </a>
        </p>
      </header>
      {list.all > 0 && <Narrow data={data} narrowed={narrowed} />}
      {list.found === 0 ? list.all > 0 && <p className="prose">{say('portal.activities.hint')}</p> : <List data={data} />}
      {list.pages > 1 && (
        <nav className="pages" aria-label={say('ui.pages')}>
          <span>
            {say('portal.activities.shown', {
              from: (list.page - 1) * atOnce + 1,
              to: Math.min(list.page * atOnce, list.found),
              count: list.found,
            })}
          </span>
          {list.page > 1 && (
            <a className="push" rel="prev" href={same({ page: list.page - 1 })}>
              {say('portal.activities.previous')}
            </a>
          )}
          {list.page < list.pages && (
            <a className={list.page > 1 ? undefined : 'push'} rel="next" href={same({ page: list.page + 1 })}>
              {say('portal.activities.next')}
            </a>
          )}
        </nav>
      )}
    </Page>
  );
}

/** Words, dependency and state in one form that needs no script. */
function Narrow({ data: { code, filters, list, states }, narrowed }: { data: Data; narrowed: boolean }) {
  const { say } = useWords();
  return (
    <form className="narrow" role="search" aria-label={say('portal.activities.find')}>
      <p className="field">
        <label htmlFor="words">{say('portal.activities.words')}</label>
        <input className="input" id="words" name="q" type="search" defaultValue={filters.search} maxLength={200} />
      </p>
      <p className="field">
        <label htmlFor="unit">{say('portal.activities.unit')}</label>
        <select className="input" id="unit" name="unit" defaultValue={filters.unit ?? ''}>
          <option value="">{say('portal.activities.any')}</option>
          {list.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p className="field">
        <label htmlFor="state">{say('portal.activities.state')}</label>
        <select className="input" id="state" name="state" defaultValue={filters.state ?? ''}>
          <option value="">{say('portal.activities.any')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {say(`portal.activity.${state}`)}
            </option>
          ))}
        </select>
      </p>
      <p className="take">
        <button className="button">{say('portal.activities.show')}</button>
        {narrowed && (
          <a className="more" href={`/plan/${code}/activities`}>
            {say('portal.activities.clear')}
          </a>
        )}
      </p>
    </form>
  );
}

function List({ data: { code, unitName, list } }: { data: Data }) {
  const { say, format } = useWords();
  return (
    <div className="records" tabIndex={0} role="region" aria-label={say('portal.activities')}>
      <table className="promised">
        <caption className="sr">{say('portal.activities')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('portal.activities.activity')}</th>
            <th scope="col">{say('portal.activities.unit')}</th>
            <th scope="col">{say('portal.activities.when')}</th>
            <th scope="col">{say('portal.activities.state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.item}>
              <th scope="row">
                <a href={`/plan/${code}/text#fila-${row.item}`}>
                  {row.number} {row.title}
                </a>
              </th>
              <td>{[row.post, row.unitName ?? unitName].filter(Boolean).join(', ')}</td>
              <td>
                {say(`portal.recurrence.${row.recurrence}`)}
                <small>{say('portal.from_to', { from: format.shortDay(row.startsOn!, ''), to: format.shortDay(row.endsOn!, '') })}</small>
              </td>
              <td>
                <How row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const lights: Readonly<Record<PublicActivity['state'], LightName>> = {
  late: 'off',
  done: 'good',
  under_way: 'good',
  not_started: 'none',
  cancelled: 'none',
};

function How({ row: { state, daysLate, percent } }: { row: PublicActivity }) {
  const { say, format } = useWords();
  const says =
    state === 'late'
      ? say('portal.activity.late_days', { count: daysLate })
      : state === 'under_way' && percent !== null
        ? say('portal.activity.under_way_at', { at: format.percent(percent) })
        : say(`portal.activity.${state}`);
  return <Light light={lights[state]}>{says}</Light>;
}

/** The same filters with something else: `?unit=3&page=2`. */
function addressWith({ search, unit, state }: Data['filters']): (more: Readonly<Record<string, number>>) => string {
  return (more) => {
    const asks = new URLSearchParams();
    if (search) asks.set('q', search);
    if (unit) asks.set('unit', String(unit));
    if (state) asks.set('state', state);
    for (const [name, value] of Object.entries(more)) asks.set(name, String(value));
    return asks.size > 0 ? `?${asks}` : '';
  };
}
