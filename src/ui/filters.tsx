import type { ReactNode } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { useWords } from './words.tsx';

export interface Filter {
  readonly name: string;
  /** «Dependencia» */
  readonly label: string;
  /** What it says while nothing is chosen: «todas» */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Filters that read as a phrase and live in the address: chips that open a list of links, so they need no script. */
export function Filters({ search, filters = [], children }: { search?: string; filters?: readonly Filter[]; children?: ReactNode }) {
  const [params] = useSearchParams();
  const { say } = useWords();
  const many = filters.length > 3;
  return (
    <div className={many ? 'filters many' : 'filters'}>
      {search && (
        <Form method="get" role="search">
          <label className="search">
            <span className="sr">{search}</span>
            <input type="search" name="q" placeholder={search} defaultValue={params.get('q') ?? ''} maxLength={200} />
          </label>
          {[...params]
            .filter(([name]) => !['q', 'after', 'page'].includes(name))
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
        </Form>
      )}
      {many && (
        <label className="chip fold-filters">
          <input type="checkbox" className="sr" />
          {say('ui.filters')} <span aria-hidden="true">▾</span>
        </label>
      )}
      {filters.map((filter) => (
        <FilterChip key={filter.name} filter={filter} params={params} none={say('ui.remove_filter')} />
      ))}
      {children}
    </div>
  );
}

function FilterChip({ filter, params, none }: { filter: Filter; params: URLSearchParams; none: string }) {
  const chosen = filter.options.find((option) => option.value === params.get(filter.name));
  const address = (value: string | null) => {
    const next = new URLSearchParams(params);
    next.delete('after');
    next.delete('page');
    if (value === null) next.delete(filter.name);
    else next.set(filter.name, value);
    return `?${next}`;
  };
  if (chosen) {
    return (
      <Link className="chip on" to={address(null)} preventScrollReset>
        {filter.label}: <b>{chosen.label}</b> <span aria-hidden="true">✕</span>
        <span className="sr">{none}</span>
      </Link>
    );
  }
  return (
    <details className="choose" name="filter">
      <summary className="chip">
        {filter.label}: <b>{filter.all}</b> <span aria-hidden="true">▾</span>
      </summary>
      <ul className="options">
        {filter.options.map((option) => (
          <li key={option.value}>
            <Link to={address(option.value)} preventScrollReset>
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
