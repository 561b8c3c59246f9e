import type { Check, Found } from '#domains/editorial/index.ts';
import type { Say } from '#platform/i18n/words.ts';
import { useWords } from '#ui/words.tsx';

/** What a check found, a sentence each. */
export function FoundList({ check, found }: { check: Check; found: readonly Found[] }) {
  const { say } = useWords();
  return (
    <ul className="plain-rows">
      {found.map((one, at) => (
        <li key={at}>{sentenceOf(say, check, one)}</li>
      ))}
    </ul>
  );
}

/** What one finding says: its case's sentence, with its words and figures. */
export function sentenceOf(say: Say, check: Check, { case: which, quote, facts }: Found): string {
  const field =
    typeof facts.field === 'string'
      ? say(facts.field in channels ? `writing.rendition.${facts.field}` : `pieces.field.${facts.field}`)
      : '';
  return say(`checks.${check}.${which}`, { ...facts, field, quote: cut(quote) });
}

const channels: Readonly<Record<string, true>> = { title: true, text: true, x: true, facebook: true, instagram: true, linkedin: true };

const cut = (quote: string) => (quote.length > 90 ? `${quote.slice(0, 60).trimEnd()}…` : quote);
