import type { Named } from './comments.queries.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What follows each @ of a text that begins a word, plain and short enough to compare with names. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.])@(\p{L}[^@\n]{1,80})/gu)].map(([, said]) => plain(said!));
}

/**
 * Whom a text mentions: by the whole name, by the first part of the mail, or by the first name of the only one near the piece who has it.
 * The longest name wins: «@Rosa Elena Pautt» is not another Rosa.
 */
export function mentioned(text: string, people: readonly Named[]): string[] {
  const found = mentionsIn(text).flatMap((said) => {
    const begins = (name: string) => name !== '' && new RegExp(`^${escaped(plain(name))}(?![\\p{L}\\p{N}])`, 'u').test(said);
    const whole = people
      .filter(({ name, handle }) => begins(name) || begins(handle))
      .toSorted((one, other) => other.name.length - one.name.length);
    if (whole[0]) return [whole[0].id];
    const first = people.filter(({ name, near }) => near && begins(name.split(' ')[0]!));
    return first.length === 1 ? [first[0]!.id] : [];
  });
  return [...new Set(found)];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
