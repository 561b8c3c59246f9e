import type { Ctx } from '#platform/ctx.ts';
import type { DocumentBrand, DocumentWriter } from '#platform/documents/writer.ts';
import { writeMarkdown } from '#platform/documents/write-markdown.ts';
import { say as sayIn } from '#platform/i18n/dictionary.ts';
import { formatIn, type Format } from '#platform/i18n/format.ts';
import type { Locale } from '#platform/i18n/locale.ts';
import type { Say } from '#platform/i18n/words.ts';
import { TaggedPdf } from '#platform/pdf/tagged-pdf.ts';
import { segmentChoices } from './segment-choices.ts';
import type { Campaign } from './campaign.ts';
import { campaignActions, type CampaignAction } from './campaign-actions.ts';
import { messageLines, type MessageLine } from './campaign-lines.ts';
import { campaignResults, type CampaignResult } from './campaign-results.ts';
import { campaignSpends, type Spend } from './campaign-spends.ts';
import { getCampaign } from './campaigns.ts';

interface Told {
  readonly campaign: Campaign;
  readonly segments: readonly string[];
  readonly lines: readonly MessageLine[];
  readonly actions: readonly CampaignAction[];
  readonly spends: readonly Spend[];
  readonly spent: number;
  readonly results: readonly CampaignResult[];
}

/** The report of a campaign as an accessible PDF: what it was for, what was said and done, what it cost and what came of it. @throws NotFound */
export async function campaignReportPdf(
  ctx: Ctx,
  id: number,
  brand: DocumentBrand,
  locale: Locale,
): Promise<{ name: string; pdf: Uint8Array }> {
  const campaign = await getCampaign(ctx, id);
  const [{ lines }, { actions }, { spends, spent }, results, known] = await Promise.all([
    messageLines(ctx, id),
    campaignActions(ctx, id),
    campaignSpends(ctx, id),
    campaignResults(ctx, id),
    segmentChoices(ctx),
  ]);
  const segments = campaign.segments.map((code) => known.find((one) => one.code === code)?.name ?? code);
  const say = sayIn(locale);
  const pdf = new TaggedPdf({
    title: `${say('campaigns.pdf.kind')}: ${campaign.name}`,
    language: locale === 'en' ? 'en' : 'es-CO',
    author: brand.name,
    subject: campaign.objective,
    created: ctx.now,
    accent: brand.colour,
    foot: (page, of) => `${campaign.name} · ${say('campaigns.pdf.page', { page, of })}`,
  });
  if (brand.emblem) pdf.image(brand.emblem, brand.name, 56);
  write(pdf, { campaign, segments, lines, actions, spends, spent, results }, say, formatIn(locale), brand.name);
  return { name: campaign.code, pdf: await pdf.finish() };
}

function write(to: DocumentWriter, told: Told, say: Say, format: Format, house: string): void {
  const { campaign, segments, lines, results } = told;
  to.paragraph(`${house} · ${say('campaigns.pdf.kind')}`, { size: 11, muted: true, after: 12 });
  to.heading(1, campaign.name);
  to.table(
    say('campaigns.pdf.facts'),
    [
      { head: say('campaigns.campaign'), parts: 2 },
      { head: '', parts: 6 },
    ],
    [
      [say('campaigns.objective'), campaign.objective],
      [say('campaigns.scope'), say(`campaigns.scope.${campaign.scope}`)],
      [say('campaigns.state'), say(`campaigns.state.${campaign.state}`)],
      [say('campaigns.unit'), campaign.unitName],
      [say('campaigns.dates'), say('campaigns.from_to', { from: format.day(campaign.startsOn), to: format.day(campaign.endsOn) })],
      ...(segments.length > 0 ? [[say('campaigns.segments'), segments.join(', ')]] : []),
      [say('campaigns.spent'), spentOf(told, say, format)],
    ],
  );
  if (campaign.report !== '') {
    to.heading(2, say('campaigns.report_text'), 'report');
    writeMarkdown(to, campaign.report, campaign.name);
  }
  if (results.length > 0) {
    to.heading(2, say('campaigns.results'), 'results');
    to.table(
      say('campaigns.results'),
      [
        { head: say('campaigns.result_name'), parts: 4 },
        { head: say('campaigns.value'), parts: 2, number: true },
        { head: say('campaigns.note'), parts: 4 },
      ],
      results.map(({ name, value, unit, note }) => [name, `${format.number(value, 2)} ${unit}`, note]),
    );
  }
  if (lines.length > 0) {
    to.heading(2, say('campaigns.lines'), 'lines');
    if (campaign.tone !== '') to.paragraph(campaign.tone);
    to.list(lines.map(({ line, detail }) => [{ text: line, bold: true }, { text: detail === '' ? '' : `. ${detail}` }]));
  }
  writeActions(to, told, say, format);
  writeSpends(to, told, say, format);
}

function spentOf({ campaign: { budget }, spent }: Told, say: Say, format: Format): string {
  if (budget === 0) return format.money(spent);
  const share = say('campaigns.pdf.of_budget', { percent: format.percent((spent / budget) * 100, 1), budget: format.money(budget) });
  return `${format.money(spent)}, ${share}`;
}

function writeActions(to: DocumentWriter, { actions }: Told, say: Say, format: Format): void {
  if (actions.length === 0) return;
  to.heading(2, say('campaigns.actions'), 'actions');
  to.table(
    say('campaigns.actions'),
    [
      { head: say('campaigns.action'), parts: 4 },
      { head: say('campaigns.class'), parts: 3 },
      { head: say('campaigns.dates'), parts: 3 },
      { head: say('campaigns.state'), parts: 2 },
    ],
    actions.map((action) => [
      action.title,
      [say(`campaigns.class_short.${action.class}`), say(`campaigns.mode.${action.mode}`), action.channel].filter(Boolean).join(', '),
      say('campaigns.from_to', { from: format.shortDay(action.startsOn), to: format.shortDay(action.endsOn) }),
      say(`campaigns.action_state.${action.state}`),
    ]),
  );
}

function writeSpends(to: DocumentWriter, { spends, spent }: Told, say: Say, format: Format): void {
  const counted = spends.filter(({ voidedAt }) => voidedAt === null);
  if (counted.length === 0) return;
  to.heading(2, say('campaigns.spends'), 'spends');
  to.table(
    say('campaigns.spend_law'),
    [
      { head: say('campaigns.supplier'), parts: 3 },
      { head: say('campaigns.contract'), parts: 2 },
      { head: say('campaigns.concept'), parts: 4 },
      { head: say('campaigns.spent_on'), parts: 2 },
      { head: say('campaigns.amount'), parts: 2, number: true },
    ],
    [
      ...counted.map(({ supplier, contract, concept, spentOn, amount }) => [
        supplier,
        contract,
        concept,
        format.shortDay(spentOn),
        format.money(amount),
      ]),
      [say('campaigns.total'), '', '', '', format.money(spent)],
    ],
  );
}
