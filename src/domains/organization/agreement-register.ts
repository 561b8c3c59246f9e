import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { countRegister, selectRegister, type RegisterFilter, type RegisterRow, type SignatureState } from './agreement-register.queries.ts';
import { todayOf } from './institution.ts';
import { organizationPolicy as policy } from './policy.ts';

export type { RegisterFilter, RegisterRow, SignatureState };

const pageSize = 50;

/** A page of the register: everybody who is here, signed or not, with how many there are in each state. */
export async function agreementRegister(ctx: Ctx, filter: RegisterFilter, after?: string) {
  authorize(ctx.actor, policy, 'agreements.read', null);
  const today = await todayOf(ctx);
  const found = await selectRegister(ctx.db, today, filter, { after, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  return { rows, counts: await countRegister(ctx.db, today), next: found.length > pageSize ? rows.at(-1)!.id : null };
}

/** The whole register, read in parts. */
export async function* everySignature(ctx: Ctx, filter: RegisterFilter): AsyncGenerator<RegisterRow> {
  authorize(ctx.actor, policy, 'agreements.read', null);
  const today = await todayOf(ctx);
  for (let after: string | undefined; ;) {
    const part = await selectRegister(ctx.db, today, filter, { after, limit: 2000 });
    yield* part;
    if (part.length < 2000) return;
    after = part.at(-1)!.id;
  }
}
