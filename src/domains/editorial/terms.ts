import type { Ctx } from '#platform/ctx.ts';
import { authorize } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import { editorialPolicy } from './policy.ts';
import type { TermFilter, TermInput } from './terms.input.ts';
import { countTerms, findTerm, insertTerms, markTermRemoved, selectTerm, selectTermPage, updateTerm, type Term } from './terms.queries.ts';

const termsPage = 100;

export interface TermPage {
  readonly terms: readonly Term[];
  readonly count: number;
  /** Where the following page begins; null at the end. */
  readonly next: number | null;
}

export async function listTerms(ctx: Ctx, filter: TermFilter): Promise<TermPage> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const found = await selectTermPage(ctx.db, filter, termsPage + 1);
  const terms = found.slice(0, termsPage);
  return { terms, count: await countTerms(ctx.db, filter), next: found.length > termsPage ? terms.at(-1)!.id : null };
}

/** Everything that a filter finds, in parts. */
export async function* everyTerm(ctx: Ctx, filter: TermFilter): AsyncGenerator<Term> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  for (let after: number | undefined; ;) {
    const part = await selectTermPage(ctx.db, { ...filter, after }, 1000);
    yield* part;
    if (part.length < 1000) return;
    after = part.at(-1)!.id;
  }
}

/** @throws NotFound */
export async function getTerm(ctx: Ctx, id: number, { lock = false } = {}): Promise<Term> {
  authorize(ctx.actor, editorialPolicy, 'pieces.read');
  const term = Number.isSafeInteger(id) ? await selectTerm(ctx.db, id, lock) : undefined;
  if (!term) throw new NotFound(`term ${id}`);
  return term;
}

/** Writes how a thing is called, or what is not said. One that was removed comes back with what is said now. */
export async function writeTerm(ctx: Ctx, input: TermInput): Promise<{ id: number } | Refusal> {
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const known = await findTerm(ctx.db, input.term);
  if (known && !known.removed) return refuse('term.known', { term: input.term }, 'term');
  if (known) await updateTerm(ctx.db, known.id, input, ctx.actor.id, ctx.now);
  const id = known?.id ?? (await insertTerms(ctx.db, [input], ctx.actor.id, ctx.now));
  await ctx.tell({ name: 'term.written', subject: { type: 'term', id }, after: told(input), topics: ['terms'] });
  return { id };
}

export async function changeTerm(ctx: Ctx, input: TermInput & { id: number }): Promise<{ id: number } | Refusal> {
  const term = await getTerm(ctx, input.id, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  const known = await findTerm(ctx.db, input.term);
  if (known && known.id !== term.id) return refuse('term.known', { term: input.term }, 'term');
  await updateTerm(ctx.db, term.id, input, ctx.actor.id, ctx.now);
  await ctx.tell({
    name: 'term.changed',
    subject: { type: 'term', id: term.id },
    before: told(term),
    after: told(input),
    topics: ['terms'],
  });
  return { id: term.id };
}

export async function removeTerm(ctx: Ctx, input: { id: number }): Promise<{ id: number }> {
  const term = await getTerm(ctx, input.id, { lock: true });
  authorize(ctx.actor, editorialPolicy, 'terms.write');
  await markTermRemoved(ctx.db, term.id, ctx.now);
  await ctx.tell({ name: 'term.removed', subject: { type: 'term', id: term.id }, before: told(term), topics: ['terms'] });
  return { id: term.id };
}

const told = ({ term, sort, meaning, insteadOf }: Pick<Term, 'term' | 'sort' | 'meaning' | 'insteadOf'>) => ({
  name: term,
  sort,
  meaning,
  insteadOf: insteadOf.join('; '),
});
