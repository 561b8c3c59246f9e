import { useSearchParams } from 'react-router';
import { Filters, type Filter } from '#ui/filters.tsx';
import { useWords } from '#ui/words.tsx';
import { exportAddress, sectionName, siteName } from './traffic-words.ts';

interface Props {
  readonly today: string;
  readonly sites: readonly { readonly id: number; readonly code: string; readonly name: string | null }[];
  readonly sections: readonly { readonly site: number; readonly section: string }[];
  readonly windows: readonly string[];
  readonly sources: readonly string[];
  readonly origins: readonly string[];
}

/** What of the traffic is looked at: all of it lives in the address. */
export function TrafficFilters({ today, sites, sections, windows, sources, origins }: Props) {
  const { say, format } = useWords();
  const [params] = useSearchParams();
  const several = sites.length > 1;
  const code = new Map(sites.map(({ id, code: own }) => [id, own]));
  const asked = params.get('section');
  const named = sections.map(({ site, section }) => ({
    value: section || '-',
    label:
      several && !params.has('site') && code.size > 1
        ? `${sectionName(say, site, section)} · ${siteName(say, sites, site)}`
        : sectionName(say, site, section),
  }));
  const options = [...new Map(named.map((option) => [option.value, option])).values()];
  if (asked && !options.some(({ value }) => value === asked)) options.push({ value: asked, label: asked });
  const filters: Filter[] = [
    {
      name: 'period',
      label: say('traffic.period'),
      all: say('traffic.period.twelve').toLowerCase(),
      options: [
        ...windows.filter((window) => window !== 'twelve').map((window) => ({ value: window, label: say(`traffic.period.${window}`) })),
        ...monthsBefore(today).map((month) => ({ value: month, label: format.month(`${month}-01`) })),
      ],
    },
    {
      name: 'site',
      label: say('traffic.site'),
      all: say('traffic.all'),
      options: sites.map(({ id, code: value }) => ({ value, label: siteName(say, sites, id) })),
    },
    { name: 'section', label: say('traffic.section'), all: say('traffic.all_f'), options },
    {
      name: 'source',
      label: say('traffic.source'),
      all: say('traffic.all_f'),
      options: sources.map((value) => ({ value, label: say(`traffic.source.${value}`) })),
    },
    ...(origins.length > 1 || params.has('origin')
      ? [
          {
            name: 'origin',
            label: say('traffic.origin'),
            all: say('traffic.all_f'),
            options: origins.map((value) => ({ value, label: say(`traffic.origin.${value}`) })),
          },
        ]
      : []),
  ];
  return (
    <Filters filters={filters}>
      <span className="push small">
        {say('work.export')} <a href={exportAddress(params, 'xlsx')}>XLSX</a> · <a href={exportAddress(params, 'csv')}>CSV</a>
      </span>
    </Filters>
  );
}

function monthsBefore(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
