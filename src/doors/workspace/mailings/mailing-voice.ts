import type { Mailing, MailingStanding, RecipientCounts } from '#domains/channels/index.ts';
import type { WhomCount } from '#domains/audiences/index.ts';
import type { Said } from '#domains/plan/index.ts';
import type { Format } from '#platform/i18n/format.ts';

interface Seen {
  readonly mailing: Pick<Mailing, 'state' | 'dueAt' | 'recipients' | 'wave' | 'waves' | 'fixedAt'>;
  readonly counts: RecipientCounts;
  readonly whom: WhomCount | null;
  /** Whether no server takes mail now. */
  readonly stuck: boolean;
}

/** How one mailing stands, in a sentence: what a person must look at first. */
export function mailingVoice({ mailing, counts, whom, stuck }: Seen, format: Format): Said {
  const { state, dueAt, recipients, fixedAt } = mailing;
  const written = whom?.written ?? recipients;
  const done = format.number(counts.accepted);
  if (counts.unknown > 0 && state !== 'cancelled') return { key: 'mailings.voice.unknown', vars: { count: counts.unknown } };
  if (state === 'draft' || state === 'approved') return { key: `mailings.voice.${state}`, vars: { count: written } };
  if (state === 'scheduled')
    return { key: 'mailings.voice.scheduled', vars: { at: dueAt === null ? '' : format.instant(dueAt), count: written } };
  if (state === 'cancelled')
    return { key: fixedAt === null ? 'mailings.voice.cancelled' : 'mailings.voice.cut', vars: { done, count: recipients } };
  if (state === 'sending' && fixedAt === null) return { key: 'mailings.voice.fixing', vars: {} };
  if (state === 'sending' && stuck) return { key: 'mailings.voice.stuck', vars: { done, count: recipients } };
  return { key: `mailings.voice.${state}`, vars: { done, count: recipients } };
}

/** How all of them stand: what waits for a person first. */
export function mailingsVoice({ unknown, paused, sending, approved, scheduled, nextAt, draft }: MailingStanding, format: Format): Said {
  if (unknown > 0) return { key: 'mailings.list_voice.unknown', vars: { count: unknown } };
  if (paused > 0) return { key: 'mailings.list_voice.paused', vars: { count: paused } };
  if (sending > 0) return { key: 'mailings.list_voice.sending', vars: { count: sending } };
  if (approved > 0) return { key: 'mailings.list_voice.approved', vars: { count: approved } };
  if (nextAt) return { key: 'mailings.list_voice.scheduled', vars: { count: scheduled, at: format.instant(nextAt) } };
  return { key: 'mailings.list_voice.calm', vars: { count: draft } };
}
