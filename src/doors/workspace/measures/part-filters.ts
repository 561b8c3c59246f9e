import type { MeasureCard, PartName } from '#domains/metrics/index.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Filter } from '#ui/filters.tsx';

export const partNames: readonly PartName[] = ['unit', 'kind', 'line', 'channel', 'class', 'segment', 'region', 'section', 'tool'];

/** The years to look at, and each part of which the measure has more than one, or by which it is narrowed. */
export function partFilters(card: MeasureCard, params: URLSearchParams, say: Say, format: Format): Filter[] {
  return [
    sinceFilter(card, say, format),
    ...partNames
      .map((part) => ({ part, options: card.parts.filter((one) => one.part === part) }))
      .filter(({ part, options }) => options.length > 1 || params.has(part))
      .map(({ part, options }) => ({
        name: part,
        label: say(`metrics.part.${part}`),
        all: say('metrics.part_all'),
        options: options.map(({ value }) => ({ value, label: partName(card, part, value, say) })),
      })),
  ];
}

/** Since which of the last years is looked. */
export function sinceFilter({ today, from }: { readonly today: string; readonly from: string }, say: Say, format: Format): Filter {
  const year = Number(today.slice(0, 4));
  const until = `${year}-12-31`;
  const years = [0, 1, 2, 3, 4].map((back) => `${year - back}-01-01`);
  return {
    name: 'from',
    label: say('metrics.since'),
    all: format.shortDay(from, until),
    options: years.map((value) => ({ value, label: format.shortDay(value, until) })),
  };
}

/** What a part is called: by the name that it has in the house, by our word for it, or by its code. */
export function partName(card: Pick<MeasureCard, 'names'>, part: PartName, value: string, say: Say): string {
  const named = card.names[part]?.[value];
  if (named !== undefined) return named;
  const keys = [`metrics.part.${part}.${value}`, ...(part === 'kind' ? [`pieces.kind.${value}`, `campaigns.scope.${value}`] : [])];
  const key = keys.find((one) => say(one) !== one);
  return key ? say(key) : value;
}
