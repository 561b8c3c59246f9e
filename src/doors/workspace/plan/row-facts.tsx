import { Facts } from '#ui/section.tsx';
import { useWords } from '#ui/words.tsx';
import type { Inspected } from './inspected.ts';

/** A row as it is read: only what it says. */
export function RowFacts({ chosen: { row, segments, channels, served } }: { chosen: Inspected }) {
  const { say, format } = useWords();
  if (!row) return null;
  const names = (codes: readonly string[], known: readonly { value: string; label: string }[]) =>
    format.list(codes.map((code) => known.find(({ value }) => value === code)?.label ?? code));
  return (
    <>
      {row.description && <p>{row.description}</p>}
      <Facts
        rows={(
          [
            (row.personName || row.unitName) && [say('plan.responsible'), [row.personName, row.unitName].filter(Boolean).join(', ')],
            row.startsOn && row.endsOn && [say('plan.period'), `${format.day(row.startsOn)} – ${format.day(row.endsOn)}`],
            row.recurrence && [say('plan.field.recurrence'), say(`plan.recurrence.${row.recurrence}`)],
            row.segments.length > 0 && [say('plan.field.segments'), names(row.segments, segments)],
            row.channels.length > 0 && [say('plan.field.channels'), names(row.channels, channels)],
            row.alsoServes.length > 0 && [say('plan.field.alsoServes'), names(row.alsoServes.map(String), served)],
            row.figureUnit && [say('plan.field.figureUnit'), row.figureUnit],
            row.frequency && [say('plan.field.frequency'), say(`plan.frequency.${row.frequency}`)],
            row.direction && [say('plan.field.direction'), say(`plan.direction.${row.direction}`)],
            row.baseline !== null && [say('plan.field.baseline'), `${format.number(row.baseline, 2)} ${row.baselineNote}`],
            ...row.targets.map(
              (target) =>
                [
                  say('plan.target'),
                  `${format.number(target.value, 2)} · ${format.shortDay(target.startsOn, '')} – ${format.shortDay(target.endsOn, '')}`,
                ] as const,
            ),
          ] as (readonly [string, string] | '' | null | false | undefined)[]
        ).map((fact) => fact || null)}
      />
    </>
  );
}
