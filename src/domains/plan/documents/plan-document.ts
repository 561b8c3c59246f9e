import type { DocumentBrand, DocumentWriter, Entry } from '#platform/documents/writer.ts';
import { writeMarkdown } from '#platform/documents/write-markdown.ts';
import { formatIn } from '#platform/i18n/format.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { writeFigures, writeTable } from './plan-tables.ts';
import { writeTree } from './plan-tree.ts';
import { breathe, type Printed } from './printed.ts';

/** Writes a version of a plan from its front page to its last figure, whatever file it becomes. */
export async function writePlan(to: DocumentWriter, printed: Printed, brand: DocumentBrand, locale: Locale): Promise<void> {
  const say = sayIn(locale);
  const format = formatIn(locale);
  const { plan, version, sections, segments, channels, rows } = printed;
  const state = version.inForceFrom
    ? say('plan.document.in_force', { number: version.number, day: format.day(version.inForceFrom) })
    : say('plan.document.not_in_force', { number: version.number });
  const entries: Entry[] = [
    ...sections.map(({ code, title }) => ({ to: `s-${code}`, title, level: 2 })),
    ...(segments.length > 0 ? [{ to: 'segments', title: say('plan.document.segments'), level: 2 }] : []),
    ...(channels.length > 0 ? [{ to: 'channels', title: say('plan.document.channels'), level: 2 }] : []),
    { to: 'tree', title: say('plan.document.tree'), level: 2 },
    ...rows
      .filter(({ kind }) => kind === 'objective')
      .map(({ item, number, title }) => ({ to: `r-${item}`, title: `${number}. ${title}`, level: 3 })),
    { to: 'table', title: say('plan.document.table'), level: 2 },
    { to: 'figures', title: say('plan.document.figures'), level: 2 },
  ];

  if (brand.emblem) to.image(brand.emblem, say('plan.document.emblem', { name: brand.name }), 64);
  to.paragraph(brand.name, { size: 12, muted: true, after: 90 });
  to.heading(1, plan.title);
  to.paragraph(state, { size: 12 });
  to.paragraph(say('plan.document.from_to', { from: format.day(plan.startsOn), to: format.day(plan.endsOn), unit: plan.unitName }), {
    size: 12,
    muted: true,
    after: 18,
  });
  if (plan.summary) to.paragraph(plan.summary, { size: 13 });
  to.newPage();
  to.contents(say('plan.document.contents'), entries);
  to.newPage();

  for (const section of sections) {
    await breathe();
    to.heading(2, section.title, `s-${section.code}`);
    writeMarkdown(to, section.body, section.title);
    if (section.items.length > 0 && section.items.every(({ text }) => text === '')) to.list(section.items.map(({ title }) => title));
    else
      for (const item of section.items) {
        if (item.title) to.heading(3, item.title);
        writeMarkdown(to, item.text, item.title || section.title);
      }
  }
  if (segments.length > 0) {
    to.heading(2, say('plan.document.segments'), 'segments');
    to.table(
      say('plan.document.segments'),
      [
        { head: say('plan.document.segment'), parts: 3 },
        { head: say('plan.document.focus'), parts: 5 },
      ],
      segments.map(({ name, focus }) => [name, focus]),
    );
  }
  if (channels.length > 0) {
    to.heading(2, say('plan.document.channels'), 'channels');
    to.table(
      say('plan.document.channels'),
      [
        { head: say('plan.document.channel'), parts: 3 },
        { head: say('plan.document.class'), parts: 2 },
        { head: say('plan.document.purpose'), parts: 5 },
      ],
      channels.map((channel) => [channel.name, `${channel.class}, ${say(`plan.document.mode.${channel.mode}`)}`, channel.purpose]),
    );
  }
  to.heading(2, say('plan.document.tree'), 'tree');
  await writeTree(to, printed, say, format);
  to.heading(2, say('plan.document.table'), 'table');
  writeTable(to, rows, say, format);
  to.heading(2, say('plan.document.figures'), 'figures');
  writeFigures(to, rows, say, format);
}
