import type { DispatchState, MailCounts } from '#domains/channels/index.ts';
import type { Said } from '#domains/plan/index.ts';
import type { Format } from '#platform/i18n/format.ts';

interface Seen {
  readonly state: DispatchState;
  readonly means: string;
  readonly channelName: string;
  readonly dueAt: Date;
  readonly deliveredAt: Date | null;
}

/** How one dispatch stands, in a sentence. */
export function dispatchVoice({ dispatch, mails }: { dispatch: Seen; mails: MailCounts }, format: Format): Said {
  const { state, channelName: channel, dueAt, deliveredAt } = dispatch;
  const all = mails.sent + mails.waiting + mails.refused + mails.unknown;
  if (dispatch.means === 'mail' && state === 'delivered' && all > 0)
    return mails.sent === all
      ? { key: 'dispatches.one.mail_all', vars: { count: all } }
      : { key: 'dispatches.one.mail', vars: { sent: mails.sent, count: all } };
  const at = format.instant(state === 'delivered' && deliveredAt ? deliveredAt : dueAt);
  return { key: `dispatches.one.${state}`, vars: { channel, at } };
}
