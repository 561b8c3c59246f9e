import type { Ctx } from '#platform/ctx.ts';
import { may } from '#platform/http/policy.ts';
import { currentAgreement } from '#domains/organization/index.ts';
import { editorialPolicy } from './policy.ts';
import { selectLedUnits, selectUnitOf } from './readers.queries.ts';

/** Who looks at requests, and which he may see. */
export interface RequestReader {
  readonly person: string | null;
  readonly unit: number | null;
  /** His dependency, and those that he heads or is the liaison of with all below: he sees their requests that are not secret. */
  readonly near: readonly number[];
  readonly agreed: boolean;
  /** Sees the requests of the whole house; or, when not, of these dependencies. */
  readonly all: boolean;
  readonly units: readonly number[];
  /** Where he triages: the whole house, or these dependencies. */
  readonly triagesAll: boolean;
  readonly triages: readonly number[];
  /** The system alone. */
  readonly everything: boolean;
}

const none = { agreed: false, near: [], units: [], triagesAll: false, triages: [] } as const;

/** A key sees what is public or internal: what is secret leaves the house by no machine. */
export async function requestReaderOf(ctx: Ctx): Promise<RequestReader> {
  const { actor } = ctx;
  const readAll = editorialPolicy['requests.read_all'];
  const triage = editorialPolicy['requests.triage'];
  if (actor.kind !== 'person' || actor.id === null)
    return { ...none, person: null, unit: null, all: actor.kind === 'key' && may(actor, readAll), everything: actor.kind === 'system' };
  const [agreement, unit, led] = await Promise.all([
    currentAgreement(ctx, actor.id),
    selectUnitOf(ctx.db, actor.id),
    selectLedUnits(ctx.db, actor.id),
  ]);
  const within = (roles: readonly string[]) => actor.grants.filter(({ role }) => roles.includes(role)).flatMap(({ units }) => units);
  return {
    person: actor.id,
    unit,
    near: unit === null ? led : [unit, ...led],
    agreed: agreement !== null,
    all: may(actor, readAll, null),
    units: within(readAll.roles),
    triagesAll: may(actor, triage, null),
    triages: within(triage.roles),
    everything: false,
  };
}
