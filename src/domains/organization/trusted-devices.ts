import type { Ctx } from '#platform/ctx.ts';
import { NotFound } from '#platform/refusal.ts';
import { freshToken, hash } from './tokens.ts';
import { endTrusted, insertTrusted, listTrusted, selectTrustedOf, useTrusted } from './trusted-devices.queries.ts';

const days = 30;
/** How long a device is not asked for the second factor again, in seconds. */
export const trustSeconds = days * 24 * 60 * 60;

/** The actor's device will not be asked for the second factor for thirty days. @returns the token for its cookie; only the hash is kept */
export async function trustDevice(ctx: Ctx, device: string): Promise<{ id: number; token: string }> {
  const token = freshToken();
  const expires = new Date(ctx.now.getTime() + trustSeconds * 1000);
  const id = await insertTrusted(ctx.db, { tokenHash: hash(token), person: ctx.actor.id!, device, now: ctx.now, expires });
  await ctx.tell({ name: 'device.trusted', subject: { type: 'person', id: ctx.actor.id! }, after: { device, expires } });
  return { id, token };
}

/** Whether this device gave the second factor of this person lately and asked to be remembered. */
export function trustedDevice(ctx: Ctx, person: string, token: string | undefined): Promise<number | undefined> {
  return token === undefined ? Promise.resolve(undefined) : useTrusted(ctx.db, hash(token), person, ctx.now);
}

export interface TrustedDevice {
  readonly id: number;
  readonly device: string;
  readonly since: Date;
  readonly usedAt: Date;
  readonly until: Date;
}

export async function trustedDevicesOf(ctx: Ctx, person: string): Promise<TrustedDevice[]> {
  const rows = await listTrusted(ctx.db, person, ctx.now);
  return rows.map((row) => ({ id: row.id, device: row.device, since: row.created_at, usedAt: row.used_at, until: row.expires_at }));
}

/** @throws NotFound when it is not the actor's own or is forgotten already */
export async function forgetDevice(ctx: Ctx, id: number): Promise<void> {
  const forgotten = await endTrusted(ctx.db, ctx.actor.id!, { only: id }, ctx.now);
  if (forgotten.length === 0) throw new NotFound('device');
  await tellForgotten(ctx, ctx.actor.id!, forgotten);
}

/** Also the device of a session that is ended from elsewhere: it may be lost. */
export async function forgetDeviceOf(ctx: Ctx, session: number): Promise<void> {
  const device = await selectTrustedOf(ctx.db, session);
  if (device) await tellForgotten(ctx, ctx.actor.id!, await endTrusted(ctx.db, ctx.actor.id!, { only: device.id }, ctx.now));
}

/** Every device of a person, or all but that of a session: after a new password or factor, when he leaves, or because he asks. */
export async function forgetDevices(ctx: Ctx, person: string, but: number | null = null): Promise<void> {
  const kept = but === null ? undefined : await selectTrustedOf(ctx.db, but);
  await tellForgotten(ctx, person, await endTrusted(ctx.db, person, { but: kept?.id ?? null }, ctx.now));
}

async function tellForgotten(ctx: Ctx, person: string, devices: readonly string[]): Promise<void> {
  await ctx.tell(
    devices.map((device) => ({ name: 'device.forgotten', subject: { type: 'person', id: person }, before: { device } }) as const),
  );
}
