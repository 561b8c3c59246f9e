import type { Ctx } from '#platform/ctx.ts';
import { parse } from '#platform/http/form.ts';
import { isRefusal, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { merge, same, stale } from '#platform/stale.ts';
import {
  channelFields,
  segmentFields,
  type CodedInput,
  type CodedKind,
  type NewCodedInput,
  type PlaceCodedInput,
  type RemoveCodedInput,
} from './coded.input.ts';
import { deleteCoded, insertCoded, selectCoded, selectNaming, updateCoded, updateCodedPlaces, type Coded } from './coded.queries.ts';
import { freshCode } from './codes.ts';
import { openDraft, type Draft } from './draft.ts';
import { planTopic } from './plan.ts';

const shapes = { segment: segmentFields, channel: channelFields };

/** Adds a public or a channel at the end of its list. @returns its code. */
export async function addCoded(ctx: Ctx, { version, kind, fields: typed }: NewCodedInput): Promise<{ code: string } | Refusal> {
  const draft = await openDraft(ctx, version);
  if (isRefusal(draft)) return draft;
  const fields = await fieldsOf(ctx, kind, version, typed);
  if (isRefusal(fields)) return fields;
  const others = await selectCoded(ctx.db, kind, version);
  const repeated = nameTaken(others, fields['name']);
  if (repeated) return repeated;
  const code = freshCode(
    String(fields['name']),
    others.map((one) => one.code),
  );
  await insertCoded(ctx.db, kind, version, { code, fields }, ctx.actor.id, ctx.now);
  await tell(ctx, draft, kind, 'added', code, { after: fields });
  return { code };
}

/** Writes it; what somebody saved meanwhile is joined, or refused as `form.stale` with both values. Its code stays. */
export async function editCoded(ctx: Ctx, input: CodedInput): Promise<{ revision: number } | Refusal> {
  const { version, kind, code } = input;
  const draft = await openDraft(ctx, version);
  if (isRefusal(draft)) return draft;
  const yours = await fieldsOf(ctx, kind, version, input.fields);
  if (isRefusal(yours)) return yours;
  const all = await selectCoded(ctx.db, kind, version);
  const known = one(all, code);
  const { merged, conflicts } =
    input.revision === known.revision ? { merged: yours, conflicts: [] } : merge<Record<string, unknown>>(input.was, yours, known.fields);
  if (conflicts.length > 0) return stale(known.changedBy ?? '', known.revision, conflicts);
  const repeated = nameTaken(
    all.filter((other) => other.code !== code),
    merged['name'],
  );
  if (repeated) return repeated;
  if (same(merged, known.fields)) return { revision: known.revision };
  await updateCoded(ctx.db, kind, version, { code, fields: merged }, ctx.actor.id, ctx.now);
  await tell(ctx, draft, kind, 'edited', code, { before: known.fields, after: merged });
  return { revision: known.revision + 1 };
}

/** Puts it at `position` (from 1) in its list. */
export async function placeCoded(ctx: Ctx, { version, kind, code, position }: PlaceCodedInput): Promise<{ code: string } | Refusal> {
  const draft = await openDraft(ctx, version);
  if (isRefusal(draft)) return draft;
  const codes = (await selectCoded(ctx.db, kind, version)).map((other) => other.code);
  if (!codes.includes(code)) throw new NotFound(`${kind} ${code}`);
  const others = codes.filter((other) => other !== code);
  others.splice(position - 1, 0, code);
  await updateCodedPlaces(ctx.db, kind, version, others);
  await tell(ctx, draft, kind, 'moved', code, { before: { place: codes.indexOf(code) + 1 }, after: { place: position } });
  return { code };
}

/** Takes it out of the draft, unless something of it still names it. */
export async function removeCoded(ctx: Ctx, { version, kind, code, revision }: RemoveCodedInput): Promise<{ code: string } | Refusal> {
  const draft = await openDraft(ctx, version);
  if (isRefusal(draft)) return draft;
  const known = one(await selectCoded(ctx.db, kind, version), code);
  if (known.revision !== revision) return stale(known.changedBy ?? '', known.revision, []);
  const [title, ...more] = await selectNaming(ctx.db, kind, version, code);
  if (title !== undefined) return refuse(`${kind}.in_use`, { name: known.name, title, count: more.length + 1 });
  await deleteCoded(ctx.db, kind, version, code);
  await tell(ctx, draft, kind, 'removed', code, { before: known.fields });
  return { code };
}

/** One of them with its revision. @throws NotFound */
export async function getCoded(ctx: Ctx, version: number, kind: CodedKind, code: string): Promise<Coded> {
  return one(await selectCoded(ctx.db, kind, version), code);
}

async function fieldsOf(
  ctx: Ctx,
  kind: CodedKind,
  version: number,
  typed: Record<string, unknown>,
): Promise<Record<string, unknown> | Refusal> {
  const fields = parse(shapes[kind], typed);
  if (isRefusal(fields) || !('channels' in fields)) return fields;
  const known = (await selectCoded(ctx.db, 'channel', version)).map(({ code }) => code);
  const unknown = fields.channels.find((code) => !known.includes(code));
  return unknown === undefined ? fields : refuse('row.unknown_channel', { code: unknown }, 'channels');
}

function nameTaken(others: readonly Coded[], name: unknown): Refusal | undefined {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return others.some((other) => plain(other.name) === plain(String(name)))
    ? refuse('coded.name_taken', { name: String(name) }, 'name')
    : undefined;
}

function one(all: readonly Coded[], code: string): Coded {
  const found = all.find((other) => other.code === code);
  if (!found) throw new NotFound(`no ${code}`);
  return found;
}

function tell(
  ctx: Ctx,
  { plan, version }: Draft,
  kind: CodedKind,
  happened: 'added' | 'edited' | 'moved' | 'removed',
  code: string,
  said: { before?: unknown; after?: unknown },
): Promise<void> {
  return ctx.tell({
    name: kind === 'segment' ? `plan_segment.${happened}` : `plan_channel.${happened}`,
    subject: { type: `plan_${kind}`, id: `${version.id}/${code}` },
    ...said,
    payload: { plan: plan.id, version: version.id },
    topics: [planTopic(plan.id)],
  });
}
