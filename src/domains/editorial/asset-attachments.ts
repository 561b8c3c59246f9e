import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Ctx } from '#platform/ctx.ts';
import type { Files } from '#platform/files/files.ts';
import { authorize } from '#platform/http/policy.ts';
import { isRefusal, refuse, type Refusal } from '#platform/refusal.ts';
import { assetTopic, type Attachment } from './asset.ts';
import { getAsset } from './assets.ts';
import { updateAttachment } from './assets.queries.ts';
import { subtitlesOf } from './subtitles.ts';
import { editorialPolicy } from './policy.ts';

export interface FileToAttach {
  readonly asset: number;
  readonly as: Attachment;
  readonly name: string;
  readonly content: Readable;
}

const accepts = {
  release: ['application/pdf', 'image/'],
  guardian: ['application/pdf', 'image/'],
  captions: ['text/vtt', 'application/x-subrip'],
} as const satisfies Record<Attachment, readonly string[]>;

/**
 * Puts an authorisation or subtitles beside an asset. Subtitles come as WebVTT or SubRip and are kept as WebVTT, which is what browsers
 * read; without any they are refused as `asset.no_subtitles`.
 */
export async function attachToAsset(ctx: Ctx, files: Files, input: FileToAttach): Promise<{ file: string } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'assets.write', asset.unit);
  if (input.as === 'captions' && asset.kind !== 'video' && asset.kind !== 'audio') return refuse('asset.not_heard', {}, 'captions');
  const content = input.as === 'captions' ? await asSubtitles(input.content) : input.content;
  if (isRefusal(content)) return content;
  const name = input.as === 'captions' ? `${input.name.replace(/\.[^.]*$/, '')}.vtt` : input.name;
  const kept = await files.keep(ctx, { name, content, accepts: accepts[input.as] });
  if (isRefusal(kept)) return { ...kept, field: input.as };
  await updateAttachment(ctx.db, asset.id, input.as, kept.id);
  await tellOf(ctx, asset.id, input.as, 'asset.attached');
  return { file: kept.id };
}

export async function detachFromAsset(ctx: Ctx, input: { asset: number; as: Attachment }): Promise<{ asset: number } | Refusal> {
  const asset = await getAsset(ctx, input.asset, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'assets.write', asset.unit);
  if (!asset[input.as]) return refuse('asset.nothing_attached');
  await updateAttachment(ctx.db, asset.id, input.as, null);
  await tellOf(ctx, asset.id, input.as, 'asset.detached');
  return { asset: asset.id };
}

const tellOf = (ctx: Ctx, asset: number, as: Attachment, name: 'asset.attached' | 'asset.detached') =>
  ctx.tell({ name, subject: { type: 'asset', id: asset }, after: { attachment: as }, topics: ['assets', assetTopic(asset)] });

const largestSubtitles = 4 * 1024 * 1024;

async function asSubtitles(content: Readable): Promise<Readable | Refusal> {
  let size = 0;
  const whole = await text(
    content.map((chunk: Buffer) => {
      size += chunk.length;
      return size > largestSubtitles ? Buffer.alloc(0) : chunk;
    }),
  );
  if (size > largestSubtitles) return refuse('file.too_big', { limit: 4 }, 'captions');
  const subtitles = subtitlesOf(whole);
  return subtitles === null ? refuse('asset.no_subtitles', {}, 'captions') : Readable.from([Buffer.from(subtitles)]);
}
