import type { DeliveryStatus, Report } from './report.ts';

/** `hard`: that mailbox is not there and never will be; `soft`: not this time; `none`: nothing is held against it. */
export type Returned = 'hard' | 'soft' | 'none';

/** So many that did not arrive, within so many days, are as good as never. */
export const softMost = 5;
export const softDays = 30;

/**
 * What a status means for whether one writes there again (RFC 3463). A mailbox or domain that is not there is hard; a full one, a letter
 * that was too large or was taken for spam, and whatever may pass, is soft: it says nothing of whether the person is there.
 */
export function returnedOf({ action, status }: Pick<DeliveryStatus, 'action' | 'status'>): Returned {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded' || action === 'delayed') return 'none';
  const [, group = '', subject = '', detail = ''] = /^([245])\.(\d+)\.(\d+)$/.exec(status) ?? [];
  if (group === '2') return 'none';
  if (group !== '5') return action === 'failed' || group === '4' ? 'soft' : 'none';
  if (subject === '1' && detail !== '7' && detail !== '8') return 'hard';
  if (subject === '2') return detail === '1' ? 'hard' : 'soft';
  if (subject === '0') return 'hard';
  return subject === '4' && detail === '4' ? 'hard' : 'soft';
}

const weight: Readonly<Record<Returned, number>> = { none: 0, soft: 1, hard: 2 };

/** The worst that a report says. */
export function worstOf({ statuses }: Pick<Report, 'statuses'>): { readonly returned: Returned; readonly status: DeliveryStatus | null } {
  return statuses.reduce<{ returned: Returned; status: DeliveryStatus | null }>(
    (worst, status) => {
      const returned = returnedOf(status);
      return worst.status === null || weight[returned] > weight[worst.returned] ? { returned, status } : worst;
    },
    { returned: 'none', status: null },
  );
}
