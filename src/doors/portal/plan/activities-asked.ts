import { publicStates } from '#domains/plan/index.ts';

/** What an address asks of the list of activities: `?q=boletín&unit=3&state=late`. What makes no sense is not asked. */
export function asked(url: URL) {
  const unit = Number(url.searchParams.get('unit'));
  return {
    search: (url.searchParams.get('q') ?? '').trim().slice(0, 200),
    unit: Number.isSafeInteger(unit) && unit > 0 ? unit : undefined,
    state: publicStates.find((one) => one === url.searchParams.get('state')),
  };
}
