import { NotFound } from '#platform/refusal.ts';

export function mailId(text: string | undefined): number {
  if (!/^\d{1,15}$/.test(text ?? '')) throw new NotFound('mail');
  return Number(text);
}

/** A link that its owner has received is his alone. */
export const withoutOwnLinks = (words: string, state: string): string =>
  state === 'waiting' ? words : words.replace(/[^\s"'<>]*\/join\/[^\s"'<>]+/g, '…');
