import { createHash, randomBytes } from 'node:crypto';
import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { Forbidden, NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { keysFit, pushEndpoint } from '#platform/push/subscription.ts';
import { agreeToPush, takeBackPush } from '#domains/audiences/index.ts';
import { deviceOf } from '#domains/organization/index.ts';
import type { PushSubscriptionInput } from './subscriptions.input.ts';
import {
  countDevices,
  deleteSubscriptions,
  type Device,
  insertRefusal,
  insertSubscription,
  type NewSubscription,
  selectDevices,
  selectOffer,
  selectSubscription,
} from './subscriptions.queries.ts';

/** More than anybody carries: what tries to fill the house stops here. */
const most = 20;

interface From {
  readonly browser: string | null;
  readonly language: 'es' | 'en';
  /** The institution's own push service (`PUSH_SERVICE_URL`). */
  readonly ownService?: string | undefined;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Whoever works here lets the house show his notices on this device. @returns what his browser holds from now on */
export async function subscribeDevice(ctx: Ctx, input: PushSubscriptionInput, from: From): Promise<{ token: string } | Refusal> {
  const person = personOf(ctx);
  if ((await countDevices(ctx.db, person)) >= most) return refuse('push.too_many', { most });
  return keep(ctx, input, from, async () => ({ person, contact: null }));
}

/** Anybody lets the portal show its news on this browser: what he agreed to is kept with its proof, and nothing of who he is. */
export function subscribeBrowser(ctx: Ctx, input: PushSubscriptionInput, from: From): Promise<{ token: string } | Refusal> {
  return keep(acting(ctx, nobody), input, from, async (own, host) => ({
    person: null,
    contact: await agreeToPush(own, { language: from.language, proof: `push:${host}` }),
  }));
}

type Owner = Pick<NewSubscription, 'person' | 'contact'>;

async function keep(
  ctx: Ctx,
  input: PushSubscriptionInput,
  { browser, language, ownService }: From,
  owner: (ctx: Ctx, host: string) => Promise<Owner>,
): Promise<{ token: string } | Refusal> {
  const url = pushEndpoint(input.endpoint, ownService);
  if (!url || !keysFit(input)) return refuse('push.no_device');
  // The same browser asks again: what it was before ends.
  const before = await selectSubscription(ctx.db, { endpoint: input.endpoint });
  if (before) await end(ctx, [before.id]);
  const token = randomBytes(24).toString('base64url');
  const given = {
    ...(await owner(ctx, url.host)),
    ...input,
    host: url.host,
    device: deviceOf(browser),
    language,
    tokenSha256: hashOf(token),
  };
  await insertSubscription(ctx.db, given, ctx.now);
  return { token };
}

/** One's own devices, the last first; `token` is what the browser that asks holds. */
export async function ownDevices(ctx: Ctx, token: string | undefined): Promise<Device[]> {
  return selectDevices(ctx.db, personOf(ctx), token ? hashOf(token) : null);
}

/** @throws NotFound when it is not one's own */
export async function turnOffDevice(ctx: Ctx, input: { subscription: number }): Promise<{ id: number }> {
  const [gone] = await deleteSubscriptions(ctx.db, [input.subscription], personOf(ctx));
  if (!gone) throw new NotFound(`device ${input.subscription}`);
  return gone;
}

/** Who signs out on a browser is told nothing more there: it may be anybody's next. */
export async function turnOffHere(ctx: Ctx, token: string): Promise<void> {
  const known = await selectSubscription(ctx.db, { tokenSha256: hashOf(token) });
  if (known?.person) await deleteSubscriptions(ctx.db, [known.id], known.person);
}

/** Whether this browser shows the portal's news, by what it holds. */
export async function browserIsOn(ctx: Ctx, token: string | undefined): Promise<boolean> {
  return token !== undefined && (await selectSubscription(ctx.db, { tokenSha256: hashOf(token) }))?.contact != null;
}

/** It shows them no more, and what was agreed is taken back. */
export async function turnOffBrowser(ctx: Ctx, token: string | undefined): Promise<{ ended: boolean }> {
  const known = token === undefined ? undefined : await selectSubscription(ctx.db, { tokenSha256: hashOf(token) });
  if (known?.contact == null) return { ended: false };
  await end(acting(ctx, nobody), [known.id]);
  return { ended: true };
}

/** Ends devices: what their owners agreed to goes with them. */
export async function end(ctx: Ctx, ids: readonly number[]): Promise<void> {
  for (const { contact } of await deleteSubscriptions(ctx.db, ids)) if (contact !== null) await takeBackPush(ctx, contact);
}

/**
 * Whether it is a good moment to ask one who has no device and did not say no: after he read a notice, or when he just did what notices
 * serve for (`wished`).
 */
export async function offersPush(ctx: Ctx, { wished = false } = {}): Promise<boolean> {
  return selectOffer(ctx.db, personOf(ctx), wished);
}

/** «No, gracias»: he is not asked again. */
export async function declinePush(ctx: Ctx): Promise<void> {
  await insertRefusal(ctx.db, personOf(ctx), ctx.now);
}

/** Devices are a person's own matter: no key turns them on. */
function personOf({ actor }: Ctx): string {
  if (actor.kind !== 'person' || actor.id === null) throw new Forbidden('self.edit');
  return actor.id;
}
