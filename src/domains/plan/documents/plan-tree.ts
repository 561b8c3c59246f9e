import type { DocumentWriter } from '#platform/documents/writer.ts';
import type { Format } from '#platform/i18n/format.ts';
import type { Say } from '#platform/i18n/words.ts';
import type { Kind } from '../plan.ts';
import { breathe, type Printed, type PrintedRow } from './printed.ts';

/** Objectives, components and responsibilities as headings; each activity with its dates, who answers, and what measures it. */
export async function writeTree(to: DocumentWriter, { rows, segments, channels }: Printed, say: Say, format: Format): Promise<void> {
  const below = Map.groupBy(rows, ({ parent }) => parent);
  const of = (item: number | null, kind: Kind) => (below.get(item) ?? []).filter((row) => row.kind === kind);
  const names = (codes: readonly string[], among: readonly { code: string; name: string }[]) =>
    codes.map((code) => among.find((one) => one.code === code)?.name ?? code).join(', ');
  const note = (row: PrintedRow) => {
    if (row.description) to.paragraph(row.description);
  };
  const answers = (row: PrintedRow) => {
    if (row.answers) to.paragraph(say('plan.document.answers', { who: row.answers }), { size: 9.5, muted: true });
  };
  for (const objective of of(null, 'objective')) {
    to.heading(3, `${objective.number}. ${objective.title}`, `r-${objective.item}`);
    note(objective);
    for (const component of of(objective.item, 'component')) {
      to.heading(4, component.title);
      note(component);
      for (const responsibility of of(component.item, 'responsibility')) {
        await breathe();
        to.heading(5, `${responsibility.number} ${responsibility.title}`);
        note(responsibility);
        answers(responsibility);
        to.list(
          of(responsibility.item, 'activity').map((activity) => [
            { text: `${activity.number} ${activity.title}. `, bold: true },
            ...(activity.description ? [{ text: `${activity.description} ` }] : []),
            {
              text: [
                say('plan.document.when', {
                  often: say(`plan.document.recurrence.${activity.recurrence}`),
                  from: format.day(activity.startsOn!),
                  to: format.day(activity.endsOn!),
                }),
                activity.answers && say('plan.document.answers', { who: activity.answers }),
                activity.segments.length > 0 && say('plan.document.for', { whom: names(activity.segments, segments) }),
                activity.channels.length > 0 && say('plan.document.by', { means: names(activity.channels, channels) }),
                of(activity.item, 'indicator').length > 0 &&
                  say('plan.document.measured_by', {
                    figures: of(activity.item, 'indicator')
                      .map(({ title }) => title)
                      .join('; '),
                  }),
              ]
                .filter(Boolean)
                .join(' '),
            },
          ]),
        );
      }
    }
  }
}
