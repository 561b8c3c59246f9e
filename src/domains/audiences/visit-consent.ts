import { acting, nobody, type Ctx } from '#platform/ctx.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { CannotOpen, type Vault } from '#platform/secrets/vault.ts';
import { note, purposesNow } from './consents.ts';
import { selectPurposes } from './consents.queries.ts';
import { contactOfLink } from './preferences.ts';

const place = 'visit-cookie';
/** For how long a browser remembers, in seconds: thirteen months. After it, it is asked again. */
export const visitSeconds = 395 * 24 * 60 * 60;

/** By his own page he lets this browser be known when it looks at the portal. @returns what it is to keep */
export async function rememberVisits(ctx: Ctx, key: string): Promise<{ cookie: string } | Refusal> {
  const contact = await contactOfLink(ctx, key, true);
  const [purpose] = await purposesNow(ctx, 'visits');
  if (!purpose) return refuse('consent.purpose');
  if (contact.stopped) return refuse('consent.stopped');
  if (!contact.purposes.includes(purpose.code))
    await note(acting(ctx, nobody), contact.id, [{ purpose, act: 'given' }], 'preferences', 'link');
  return { cookie: ctx.vault.seal(place, `${contact.id} ${ctx.now.getTime()}`).slice('1:'.length) };
}

/** He takes it back: what was remembered goes at once, by a trigger, and no browser of his is known any more. */
export async function forgetVisits(ctx: Ctx, key: string): Promise<{ id: number }> {
  const contact = await contactOfLink(ctx, key, true);
  const held = (await selectPurposes(ctx.db)).filter(({ means, code }) => means === 'visits' && contact.purposes.includes(code));
  const withdrawn = held.map((purpose) => ({ purpose, act: 'withdrawn' as const }));
  await note(acting(ctx, nobody), contact.id, withdrawn, 'preferences', 'link');
  return { id: contact.id };
}

/** Whose browser it is and since when it remembers; undefined when it is none of ours, or has for too long. */
export function whoVisits(vault: Vault, cookie: string, now: Date): { contact: number; since: Date } | undefined {
  try {
    const [contact, since] = vault.open(place, `1:${cookie}`).split(' ').map(Number);
    return now.getTime() - since! > visitSeconds * 1000 ? undefined : { contact: contact!, since: new Date(since!) };
  } catch (cause) {
    if (cause instanceof CannotOpen) return undefined;
    throw cause;
  }
}
