import { formatIn, type Format } from '#platform/i18n/format.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import type { Say } from '#platform/i18n/words.ts';
import { TaggedPdf, type Entry } from '#platform/pdf/tagged-pdf.ts';
import type { Kind, Row, VersionDocument } from '../plan.ts';
import { partsOf } from './markdown-parts.ts';

/** A row of the plan's tree, with who answers for it as the reader may know it: a person's name within the house, a post outside. */
export type PrintedRow = Pick<
  Row,
  | 'item'
  | 'kind'
  | 'parent'
  | 'number'
  | 'code'
  | 'title'
  | 'description'
  | 'startsOn'
  | 'endsOn'
  | 'recurrence'
  | 'segments'
  | 'channels'
  | 'figureUnit'
  | 'frequency'
  | 'baseline'
  | 'targets'
  | 'unitName'
> & { readonly answers: string };

export interface Printed extends Omit<VersionDocument, 'rows'> {
  readonly rows: readonly PrintedRow[];
}

interface Brand {
  readonly name: string;
  readonly colour: string;
  /** PNG. */
  readonly emblem?: Uint8Array;
}

/** A version of a plan as an accessible PDF in the institution's brand. */
export async function planPdf(printed: Printed, brand: Brand, locale: Locale, now: Date): Promise<Uint8Array> {
  // Twice: what pages its contents lead to is known only when it is laid out.
  const measured = await lay(printed, brand, locale, now, new Map());
  return (await lay(printed, brand, locale, now, measured.pages)).finish();
}

/** Lets other visitors in between two parts of a long document. */
const breathe = () =>
  new Promise<void>((go) => {
    setImmediate(go);
  });

async function lay(printed: Printed, brand: Brand, locale: Locale, now: Date, pages: ReadonlyMap<string, number>): Promise<TaggedPdf> {
  const say = sayIn(locale);
  const format = formatIn(locale);
  const { plan, version, sections, segments, channels, rows } = printed;
  const state = version.inForceFrom
    ? say('plan.document.in_force', { number: version.number, day: format.day(version.inForceFrom) })
    : say('plan.document.not_in_force', { number: version.number });
  const pdf = new TaggedPdf({
    title: plan.title,
    language: locale === 'en' ? 'en' : 'es-CO',
    author: brand.name,
    subject: plan.summary,
    created: now,
    accent: brand.colour,
    foot: (page, of) =>
      `${plan.title} · ${say('plan.document.version', { number: version.number })} · ${say('plan.document.page', { page, of })}`,
  });
  const entries: Entry[] = [
    ...sections.map(({ code, title }) => ({ to: `s-${code}`, title, level: 2 })),
    ...(segments.length > 0 ? [{ to: 'segments', title: say('plan.document.segments'), level: 2 }] : []),
    ...(channels.length > 0 ? [{ to: 'channels', title: say('plan.document.channels'), level: 2 }] : []),
    { to: 'tree', title: say('plan.document.tree'), level: 2 },
    ...rows
      .filter(({ kind }) => kind === 'objective')
      .map(({ item, number, title }) => ({ to: `r-${item}`, title: `${number}. ${title}`, level: 3 })),
    { to: 'figures', title: say('plan.document.figures'), level: 2 },
  ];

  if (brand.emblem) pdf.image(brand.emblem, say('plan.document.emblem', { name: brand.name }), 64);
  pdf.paragraph(brand.name, { size: 12, muted: true, after: 90 });
  pdf.heading(1, plan.title);
  pdf.paragraph(state, { size: 12 });
  pdf.paragraph(say('plan.document.from_to', { from: format.day(plan.startsOn), to: format.day(plan.endsOn), unit: plan.unitName }), {
    size: 12,
    muted: true,
    after: 18,
  });
  if (plan.summary) pdf.paragraph(plan.summary, { size: 13 });
  pdf.newPage();
  pdf.contents(say('plan.document.contents'), entries, pages);
  pdf.newPage();

  for (const section of sections) {
    await breathe();
    pdf.heading(2, section.title, `s-${section.code}`);
    writeMarkdown(pdf, section.body, section.title);
    if (section.items.length > 0 && section.items.every(({ text }) => text === '')) pdf.list(section.items.map(({ title }) => title));
    else
      for (const item of section.items) {
        if (item.title) pdf.heading(3, item.title);
        writeMarkdown(pdf, item.text, item.title || section.title);
      }
  }
  if (segments.length > 0) {
    pdf.heading(2, say('plan.document.segments'), 'segments');
    pdf.table(
      say('plan.document.segments'),
      [
        { head: say('plan.document.segment'), parts: 3 },
        { head: say('plan.document.focus'), parts: 5 },
      ],
      segments.map(({ name, focus }) => [name, focus]),
    );
  }
  if (channels.length > 0) {
    pdf.heading(2, say('plan.document.channels'), 'channels');
    pdf.table(
      say('plan.document.channels'),
      [
        { head: say('plan.document.channel'), parts: 3 },
        { head: say('plan.document.class'), parts: 2 },
        { head: say('plan.document.purpose'), parts: 5 },
      ],
      channels.map((channel) => [channel.name, `${channel.class}, ${say(`plan.document.mode.${channel.mode}`)}`, channel.purpose]),
    );
  }
  pdf.heading(2, say('plan.document.tree'), 'tree');
  await writeTree(pdf, printed, say, format);
  pdf.heading(2, say('plan.document.figures'), 'figures');
  writeFigures(pdf, rows, say, format);
  return pdf;
}

function writeMarkdown(pdf: TaggedPdf, markdown: string, about: string): void {
  for (const part of partsOf(markdown)) {
    if (part.kind === 'paragraph') pdf.paragraph(part.runs);
    if (part.kind === 'heading') pdf.paragraph(part.runs.map((run) => ({ ...run, bold: true })));
    if (part.kind === 'list') pdf.list(part.items, part.ordered);
    if (part.kind === 'table')
      pdf.table(
        about,
        part.heads.map((head) => ({ head, parts: 1 })),
        part.rows,
      );
  }
}

/** Objectives, components and responsibilities as headings; each activity with its dates, who answers, and what measures it. */
async function writeTree(pdf: TaggedPdf, { rows, segments, channels }: Printed, say: Say, format: Format): Promise<void> {
  const below = Map.groupBy(rows, ({ parent }) => parent);
  const of = (item: number | null, kind: Kind) => (below.get(item) ?? []).filter((row) => row.kind === kind);
  const names = (codes: readonly string[], among: readonly { code: string; name: string }[]) =>
    codes.map((code) => among.find((one) => one.code === code)?.name ?? code).join(', ');
  const note = (row: PrintedRow) => {
    if (row.description) pdf.paragraph(row.description);
  };
  const answers = (row: PrintedRow) => {
    if (row.answers) pdf.paragraph(say('plan.document.answers', { who: row.answers }), { size: 9.5, muted: true });
  };
  for (const objective of of(null, 'objective')) {
    pdf.heading(3, `${objective.number}. ${objective.title}`, `r-${objective.item}`);
    note(objective);
    for (const component of of(objective.item, 'component')) {
      pdf.heading(4, component.title);
      note(component);
      for (const responsibility of of(component.item, 'responsibility')) {
        await breathe();
        pdf.heading(5, `${responsibility.number} ${responsibility.title}`);
        note(responsibility);
        answers(responsibility);
        pdf.list(
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

function writeFigures(pdf: TaggedPdf, rows: readonly PrintedRow[], say: Say, format: Format): void {
  const figures = rows.filter(({ kind }) => kind === 'indicator');
  if (figures.length === 0) return pdf.paragraph(say('plan.document.no_figures'));
  const written = (value: number, unit: string | null) => (unit === '%' ? format.percent(value, 1) : format.number(value, 1));
  pdf.table(
    say('plan.document.figures'),
    [
      { head: say('plan.document.figure'), parts: 6 },
      { head: say('plan.document.unit'), parts: 3 },
      { head: say('plan.document.often'), parts: 2.4 },
      { head: say('plan.document.baseline'), parts: 2, number: true },
      { head: say('plan.document.targets'), parts: 5 },
    ],
    figures.map((row) => [
      row.title,
      row.figureUnit ?? '',
      say(`plan.document.frequency.${row.frequency}`),
      row.baseline === null ? '–' : written(row.baseline, row.figureUnit),
      row.targets.length === 0
        ? say('plan.document.no_target')
        : row.targets
            .map((target) =>
              say('plan.document.target', {
                value: written(target.value, row.figureUnit),
                from: format.shortDay(target.startsOn, '0000'),
                to: format.shortDay(target.endsOn, '0000'),
              }),
            )
            .join('; '),
    ]),
  );
}
