import type { Ctx } from '#platform/ctx.ts';
import type { EventName } from '#platform/events/names.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { merge, same, stale } from '#platform/stale.ts';
import { appendSection, deleteSection, selectSection, selectSections, updateSection, updateSectionPlaces } from './document.queries.ts';
import { freshCode } from './codes.ts';
import { openDraft, type Draft } from './draft.ts';
import { planTopic } from './plan.ts';
import type { NewSectionInput, PlaceSectionInput, RemoveSectionInput, SectionInput } from './sections.input.ts';

/** Writes a section of the plan's text; what somebody saved meanwhile is joined, or refused as `form.stale` with both texts. */
export async function editSection(ctx: Ctx, input: SectionInput): Promise<{ revision: number } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const section = await sectionOf(ctx, draft, input.section);
  const yours = { title: input.title, body: input.body, items: input.items };
  const theirs = { title: section.title, body: section.body, items: section.items };
  const { merged, conflicts } = input.revision === section.revision ? { merged: yours, conflicts: [] } : merge(input.was, yours, theirs);
  if (conflicts.length > 0) return stale(section.changedBy ?? '', section.revision, conflicts);
  const repeated = repeatedCode(merged.items);
  if (repeated) return refuse('section.code_repeated', { code: repeated }, 'items');
  if (same(merged, theirs)) return { revision: section.revision };
  await updateSection(ctx.db, input.version, { ...section, ...merged }, ctx.actor.id, ctx.now);
  await tell(ctx, draft, 'section.edited', input.section, { before: theirs, after: merged });
  return { revision: section.revision + 1 };
}

/** Adds a section at the end of the text. */
export async function addSection(ctx: Ctx, { version, code, ...said }: NewSectionInput): Promise<{ section: string } | Refusal> {
  const draft = await openDraft(ctx, version);
  if (isRefusal(draft)) return draft;
  const taken = (await selectSections(ctx.db, version)).map((one) => one.code);
  const section = { ...said, code: code ?? freshCode(said.title, taken) };
  if (taken.includes(section.code)) return refuse('section.code_taken', { code: section.code }, 'code');
  const repeated = repeatedCode(section.items);
  if (repeated) return refuse('section.code_repeated', { code: repeated }, 'items');
  await appendSection(ctx.db, version, section, ctx.actor.id, ctx.now);
  await tell(ctx, draft, 'section.added', section.code, { after: section });
  return { section: section.code };
}

/** Puts a section at `position` (from 1) in the text. */
export async function placeSection(ctx: Ctx, input: PlaceSectionInput): Promise<{ section: string } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const codes = (await selectSections(ctx.db, input.version)).map((section) => section.code);
  if (!codes.includes(input.section)) throw new NotFound(`section ${input.section}`);
  const others = codes.filter((one) => one !== input.section);
  others.splice(input.position - 1, 0, input.section);
  await updateSectionPlaces(ctx.db, input.version, others);
  await tell(ctx, draft, 'section.moved', input.section, {
    before: { place: codes.indexOf(input.section) + 1 },
    after: { place: input.position },
  });
  return { section: input.section };
}

export async function removeSection(ctx: Ctx, input: RemoveSectionInput): Promise<{ section: string } | Refusal> {
  const draft = await openDraft(ctx, input.version);
  if (isRefusal(draft)) return draft;
  const section = await sectionOf(ctx, draft, input.section);
  if (section.revision !== input.revision) return stale(section.changedBy ?? '', section.revision, []);
  await deleteSection(ctx.db, input.version, input.section);
  await tell(ctx, draft, 'section.removed', input.section, { before: section });
  return { section: input.section };
}

/** A section with its revision and who changed it last. @throws NotFound */
export async function getSection(ctx: Ctx, version: number, code: string) {
  const section = await selectSection(ctx.db, version, code);
  if (!section) throw new NotFound(`section ${code}`);
  return section;
}

const sectionOf = (ctx: Ctx, { version }: Draft, code: string) => getSection(ctx, version.id, code);

function repeatedCode(items: readonly { code: string }[]): string | undefined {
  const codes = items.map((item) => item.code);
  return codes.find((code, at) => codes.indexOf(code) !== at);
}

function tell(
  ctx: Ctx,
  { plan, version }: Draft,
  name: EventName,
  section: string,
  said: { before?: unknown; after?: unknown },
): Promise<void> {
  return ctx.tell({
    name,
    subject: { type: 'plan_section', id: `${version.id}/${section}` },
    ...said,
    payload: { plan: plan.id, version: version.id },
    topics: [planTopic(plan.id)],
  });
}
