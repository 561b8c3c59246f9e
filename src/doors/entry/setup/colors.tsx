import { useId } from 'react';
import type { Answer } from '#ui/field.tsx';
import { useWords } from '#ui/words.tsx';

export const swatches = [
  { name: 'cobalt', color: '#0943b5' },
  { name: 'wine', color: '#7a0c2e' },
  { name: 'green', color: '#116644' },
  { name: 'teal', color: '#0b5c6e' },
  { name: 'violet', color: '#5b2a86' },
  { name: 'black', color: '#1c1c1c' },
] as const;

/** Colours that are known to read well, each shown with white on it, and one of one's own. */
export function Colors({ color, answer }: { color: string; answer: Answer | undefined }) {
  const { say } = useWords();
  const id = useId();
  const chosen = answer?.typed.color ?? (swatches.some((swatch) => swatch.color === color) ? color : 'own');
  const problem = answer?.problems.color;
  const words = (key: string) => say(`entry.setup.institution.${key}`);
  return (
    <fieldset className="field colors" aria-describedby={`${id}-hint`}>
      <legend>{words('color')}</legend>
      <span className="hint" id={`${id}-hint`}>
        {words('color_hint')}
      </span>
      {problem && <span className="error">{say(`refusals.${problem.refused}`)}</span>}
      <div>
        {swatches.map((swatch) => (
          <label key={swatch.color} className="choice">
            <input type="radio" name="color" value={swatch.color} defaultChecked={chosen === swatch.color} />
            <svg viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
              <rect width="48" height="32" rx="4" fill={swatch.color} />
              <text x="24" y="21" textAnchor="middle" fontSize="15" fontWeight="700" fill="#fff">
                Aa
              </text>
            </svg>
            <span>{words(`color.${swatch.name}`)}</span>
          </label>
        ))}
        <label className="choice">
          <input type="radio" name="color" value="own" defaultChecked={chosen === 'own'} />
          <input type="color" name="own_color" aria-label={words('own_color')} defaultValue={String(answer?.typed.own_color ?? color)} />
          <span>{words('color.own')}</span>
        </label>
      </div>
    </fieldset>
  );
}
