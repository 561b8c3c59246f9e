import type { Inspected } from './inspected.ts';

/** What the fields show before anybody types. */
export function shownOf({ row, kind, choices, segments, channels, served }: Inspected): Record<string, unknown> {
  const {
    title,
    code,
    description,
    unit,
    person,
    aligned,
    startsOn,
    endsOn,
    recurrence,
    alsoServes,
    measure,
    filter,
    figureUnit,
    direction,
    addsUp,
    frequency,
    baseline,
    baselineNote,
  } = row!;
  return {
    title,
    code,
    description,
    unit,
    person,
    ...(kind === 'objective' && choices!.aligned.length > 0 ? { aligned } : {}),
    ...(kind === 'activity'
      ? {
          startsOn,
          endsOn,
          recurrence,
          ...(segments.length > 0 ? { segments: row!.segments } : {}),
          ...(channels.length > 0 ? { channels: row!.channels } : {}),
        }
      : {}),
    ...(kind === 'indicator' ? { measure, filter, figureUnit, direction, addsUp, frequency, baseline, baselineNote } : {}),
    ...((kind === 'component' || kind === 'activity') && served.length > 0 ? { alsoServes } : {}),
  };
}
