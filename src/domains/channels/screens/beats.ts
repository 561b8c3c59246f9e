import sharp from 'sharp';
import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { NotFound } from '#platform/refusal.ts';
import { institutionOf, noticesDone, notify } from '#domains/organization/index.ts';
import { channelsPolicy as policy } from '../policy.ts';
import { endSilence, markSilent, putBeat, selectAnswerable, selectPicture } from './beats.queries.ts';
import type { BeatInput } from './device.input.ts';
import { screenTopic, silentAfterSeconds } from './screen.ts';

/** A screen says how it is. Not a matter for the audit log, except that it is back after a silence. */
export async function keepBeat(ctx: Ctx, screen: number, beat: BeatInput): Promise<void> {
  const before = await putBeat(ctx.db, screen, beat, await smallPicture(beat.picture), ctx.now);
  await tellOfFaults(ctx, screen, before, beat.cannot ?? []);
  const since = await endSilence(ctx.db, screen);
  if (!since) return;
  await noticesDone(ctx, { kinds: ['screen.silent'], subject: { type: 'screen', id: screen } });
  await ctx.tell({
    name: 'screen.came_back',
    subject: { type: 'screen', id: screen },
    before: { since },
    topics: ['screens', screenTopic(screen)],
  });
}

/** Who answers for a screen hears once of each thing that it cannot show, and waits for nothing more when it shows all. */
async function tellOfFaults(ctx: Ctx, screen: number, before: readonly string[], cannot: readonly string[]): Promise<void> {
  const subject = { type: 'screen', id: screen };
  if (before.length > 0 && cannot.length === 0) await noticesDone(ctx, { kinds: ['screen.cannot_show'], subject });
  const fresh = cannot.filter((title) => !before.includes(title));
  if (fresh.length === 0) return;
  const { name, responsible } = await selectAnswerable(ctx.db, screen);
  const facts = { name, titles: fresh.map((title) => `«${title}»`).join(', ') };
  await notify(ctx, { to: [responsible], kind: 'screen.cannot_show', facts, path: `/workspace/screens/${screen}`, subject });
}

/** What the device drew, drawn again by us: nothing else than pixels is kept of it. */
async function smallPicture(base64: string | undefined): Promise<Buffer | null> {
  if (!base64) return null;
  try {
    return await sharp(Buffer.from(base64, 'base64'), { limitInputPixels: 2_000_000 })
      .resize(480, 480, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70 })
      .toBuffer();
  } catch {
    return null;
  }
}

/** The last small picture of what a screen shows, as WebP. @throws NotFound */
export async function screenPicture(ctx: Ctx, screen: number): Promise<Buffer> {
  authorize(ctx.actor, policy, 'screens.read');
  const picture = await selectPicture(ctx.db, screen);
  if (!picture) throw new NotFound(`picture of screen ${screen}`);
  return picture;
}

/** Tells who answers for them of the screens that should be on and have been silent for five minutes, once each silence. */
export async function watchScreens(ctx: Ctx): Promise<number> {
  const { zone } = await institutionOf(ctx);
  const silent = await markSilent(ctx.db, new Date(ctx.now.getTime() - silentAfterSeconds * 1000), ctx.now, zone);
  for (const { id, name, at, responsible } of silent) {
    await ctx.tell({
      name: 'screen.fell_silent',
      subject: { type: 'screen', id },
      after: { since: at },
      topics: ['screens', screenTopic(id)],
    });
    await notify(ctx, {
      to: [responsible],
      kind: 'screen.silent',
      facts: { name, since: formatIn('es', zone).instant(at) },
      path: `/workspace/screens/${id}`,
      subject: { type: 'screen', id },
    });
  }
  return silent.length;
}
