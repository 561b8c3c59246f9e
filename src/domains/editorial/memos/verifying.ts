import type { Ctx } from '#platform/ctx.ts';
import type { Memo } from './memo.ts';
import { selectMemoByCode } from './memos.queries.ts';
import { readCode, sealOf } from './seal.ts';

/** What anybody may know of a signed memo whose code he has: that it is one, and not a word of what it says unless it is public. */
export interface Verified extends Pick<
  Memo,
  'kind' | 'label' | 'unitName' | 'signedName' | 'post' | 'signedAt' | 'sha256' | 'code' | 'state' | 'endedAt'
> {
  /** Whether what was signed is as it was sealed. */
  readonly whole: boolean;
  readonly title: string | null;
}

/** The document that a code was printed on; null when none was. */
export async function verifyMemo(ctx: Ctx, typed: string): Promise<Verified | null> {
  const asked = readCode(typed);
  const memo = asked === null ? undefined : await selectMemoByCode(ctx.db, asked);
  if (!memo) return null;
  const { kind, label, unitName, signedName, post, signedAt, sha256, code, state, endedAt, title } = memo;
  return {
    kind,
    label,
    unitName,
    signedName,
    post,
    signedAt,
    sha256,
    code,
    state,
    endedAt,
    whole: sealOf(memo) === memo.seal,
    title: memo.class === 'public' ? title : null,
  };
}
