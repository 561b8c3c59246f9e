import { randomInt } from 'node:crypto';
import type { Ctx } from '#platform/ctx.ts';
import { countCodes, replaceCodes, useCode } from './recovery-codes.queries.ts';
import { hash } from './tokens.ts';

const howMany = 10;
// Without letters that look like others; ten of them are 49 bits, and each account has five tries a quarter of an hour.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten new codes, shown once; those from before stop working. Only hashes are kept. */
export async function writeRecoveryCodes(ctx: Ctx, person: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => `${some(5)}-${some(5)}`);
  await replaceCodes(
    ctx.db,
    person,
    codes.map((code) => hash(bare(code))),
  );
  return codes;
}

export function useRecoveryCode(ctx: Ctx, person: string, typed: string): Promise<boolean> {
  return useCode(ctx.db, person, hash(bare(typed)), ctx.now);
}

export async function dropRecoveryCodes(ctx: Ctx, person: string): Promise<void> {
  await replaceCodes(ctx.db, person, []);
}

export function recoveryCodesLeft(ctx: Ctx, person: string): Promise<number> {
  return countCodes(ctx.db, person);
}

const some = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
const bare = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '');
