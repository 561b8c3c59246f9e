import { getCoded, getSection, type PlanChannel, type Section, type Segment } from '#domains/plan/index.ts';
import type { Ctx } from '#platform/ctx.ts';

const adds = ['section', 'segment', 'channel'] as const;

/** Which part of the text is open to be written: `?section=`, `?segment=`, `?channel=` with its code, or `?add=` with its kind. */
export async function editedPart(
  ctx: Ctx,
  version: number,
  asked: URLSearchParams,
  text: { sections: readonly Section[]; segments: readonly Segment[]; channels: readonly PlanChannel[] },
) {
  const add = adds.find((kind) => kind === asked.get('add'));
  if (add) return { kind: add, part: null };
  const [section, segment, channel] = [asked.get('section'), asked.get('segment'), asked.get('channel')];
  if (text.sections.some(({ code }) => code === section))
    return { kind: 'section' as const, part: await getSection(ctx, version, section!) };
  if (text.segments.some(({ code }) => code === segment))
    return { kind: 'segment' as const, part: await getCoded(ctx, version, 'segment', segment!) };
  if (text.channels.some(({ code }) => code === channel))
    return { kind: 'channel' as const, part: await getCoded(ctx, version, 'channel', channel!) };
  return null;
}

export type EditedPart = NonNullable<Awaited<ReturnType<typeof editedPart>>>;
export type EditedSection = Extract<EditedPart, { kind: 'section'; part: object }>['part'];
export type EditedCoded = Extract<EditedPart, { kind: 'segment'; part: object }>['part'];
