import type { Format } from '#platform/i18n/format.ts';
import type { MemoDesk } from './desk.ts';
import type { Memo } from './memo.ts';

interface Said {
  readonly key: string;
  readonly vars: Readonly<Record<string, string | number>>;
}

/** How a memo that is being made stands: what it waits for, and for whom. */
export function memoDeskVoice(
  {
    piece,
    approved,
    signatory,
    signed,
    sent,
    to,
  }: Pick<MemoDesk, 'approved' | 'signatory' | 'signed' | 'sent'> & {
    piece: { sha256: string };
    to: { people: number };
  },
  format: Format,
): Said {
  const who = signatory.standInName ?? signatory.headName;
  if (signed) return { key: 'memos.voice.signed', vars: { label: signed.label, who: signed.signedName, count: to.people } };
  if (sent?.sha256 === piece.sha256)
    return { key: 'memos.voice.sent', vars: { label: sent.label, at: format.instant(sent.sentAt!), count: sent.recipients } };
  if (!approved) return { key: 'memos.voice.unapproved', vars: {} };
  return who === null
    ? { key: 'memos.voice.no_head', vars: { unit: signatory.unitName } }
    : { key: 'memos.voice.to_sign', vars: { who, unit: signatory.unitName } };
}

/** How a memo is read: all of them, none yet, or how many of how many, and where the most are missing. */
export function memoVoice(
  { state, label, endedAt }: Pick<Memo, 'state' | 'label' | 'endedAt'>,
  { sum, units }: { sum: { people: number; read: number }; units: readonly { name: string | null; people: number; read: number }[] },
  format: Format,
): Said {
  if (state === 'signed') return { key: 'memos.report.signed', vars: { label } };
  if (state !== 'sent') return { key: `memos.report.${state}`, vars: { label, at: endedAt ? format.instant(endedAt) : '' } };
  const { people, read } = sum;
  const missing = people - read;
  const vars = { label, count: missing, read: format.number(read), people: format.number(people) };
  if (missing === 0) return { key: 'memos.report.all', vars };
  if (read === 0) return { key: 'memos.report.none', vars: { ...vars, count: people } };
  const worst = units.reduce((most, one) => (one.people - one.read > most.people - most.read ? one : most));
  const percent = format.percent(Math.round((read / people) * 100));
  return units.length > 1 && worst.name !== null && worst.people - worst.read < missing && (worst.people - worst.read) * 3 >= missing
    ? { key: 'memos.report.some_where', vars: { ...vars, percent, unit: worst.name, there: format.number(worst.people - worst.read) } }
    : { key: 'memos.report.some', vars: { ...vars, percent } };
}

/** What waits for one's signature; else how the last one that went out is read. */
export function memosVoice(toSign: number, last: { label: string; people: number; read: number } | undefined, format: Format): Said {
  if (toSign > 0) return { key: 'memos.list_voice.to_sign', vars: { count: toSign } };
  if (last === undefined || last.people === 0) return { key: 'memos.list_voice.none', vars: {} };
  return {
    key: 'memos.list_voice.last',
    vars: { label: last.label, percent: format.percent(Math.round((last.read / last.people) * 100)) },
  };
}
