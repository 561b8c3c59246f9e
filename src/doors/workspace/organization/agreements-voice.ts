import type { SignatureState } from '#domains/organization/index.ts';
import type { Say } from '#platform/i18n/words.ts';

/** First what one owes oneself, then how the institution stands. */
export function agreementsVoice(
  say: Say,
  { text, own, counts }: { text: number | null; own: string | null; counts: Readonly<Record<SignatureState, number>> | null },
): string {
  if (text === null) return say('organization.agreement.voice_none');
  const mine = own ? say('organization.agreement.voice_own', { day: own }) : say('organization.agreement.voice_owed');
  if (!counts) return mine;
  const missing = counts.none + counts.older + counts.expired;
  const all = missing === 0 ? say('organization.agreement.voice_all') : say('organization.agreement.voice_missing', { count: missing });
  return counts.soon === 0 ? `${mine} ${all}` : `${mine} ${all} ${say('organization.agreement.voice_soon', { count: counts.soon })}`;
}
