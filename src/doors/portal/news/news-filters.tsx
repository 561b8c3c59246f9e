import type { NewsFilter } from '#domains/editorial/index.ts';
import { useWords } from '#ui/words.tsx';

interface Props {
  readonly filter: NewsFilter;
  readonly options: {
    readonly kinds: readonly string[];
    readonly units: readonly { readonly id: number; readonly name: string }[];
    readonly campaigns: readonly { readonly code: string; readonly name: string }[];
    readonly regions: readonly { readonly code: string; readonly name: string }[];
  };
  readonly months: readonly string[];
}

/** One form by GET: what was found has an address. */
export function NewsFilters({ filter, options, months }: Props) {
  const { say, format } = useWords();
  const lines = ['information', 'training', 'participation'] as const;
  const chosen = filter.q || filter.kind || filter.unit || filter.campaign || filter.line || filter.region || filter.month;
  return (
    <form className="sift" role="search" aria-label={say('news.narrow')}>
      <div className="field">
        <label htmlFor="n-q">{say('news.search')}</label>
        <input className="input" id="n-q" name="q" type="search" defaultValue={filter.q} maxLength={200} />
      </div>
      <Pick
        name="kind"
        label={say('news.kind')}
        chosen={filter.kind}
        options={options.kinds.map((kind) => [kind, say(`pieces.kind.${kind}`)])}
      />
      <Pick name="unit" label={say('news.unit')} chosen={filter.unit} options={options.units.map(({ id, name }) => [String(id), name])} />
      <Pick
        name="campaign"
        label={say('news.campaign')}
        chosen={filter.campaign}
        options={options.campaigns.map(({ code, name }) => [code, name])}
      />
      <Pick
        name="region"
        label={say('news.region')}
        chosen={filter.region}
        options={options.regions.map(({ code, name }) => [code, name])}
      />
      <Pick name="line" label={say('news.line')} chosen={filter.line} options={lines.map((line) => [line, say(`pieces.line.${line}`)])} />
      <Pick
        name="month"
        label={say('news.month')}
        chosen={filter.month}
        options={months.map((month) => [month, format.month(`${month}-01`)])}
      />
      <p className="actions">
        <button className="button">{say('news.narrow_button')}</button>
        {chosen && (
          <a className="more" href="/news">
            {say('news.all')}
          </a>
        )}
      </p>
    </form>
  );
}

function Pick({
  name,
  label,
  chosen,
  options,
}: {
  name: string;
  label: string;
  chosen: string | number | undefined;
  options: readonly (readonly [string, string])[];
}) {
  const { say } = useWords();
  if (options.length < 2 && chosen === undefined) return null;
  return (
    <div className="field">
      <label htmlFor={`n-${name}`}>{label}</label>
      <select className="input" id={`n-${name}`} name={name} defaultValue={chosen === undefined ? '' : String(chosen)}>
        <option value="">{say('news.any')}</option>
        {options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
