import type { Actor, Ctx } from '#platform/ctx.ts';
import { authorize, may } from '#platform/http/policy.ts';
import { NotFound, refuse, type Refusal } from '#platform/refusal.ts';
import type { Kind, Row } from './plan.ts';
import { selectItem, selectRows } from './rows.queries.ts';
import { selectUnitPeople } from './work.queries.ts';
import { selectVersionInForce } from './versions.queries.ts';
import { workPolicy } from './work-policy.ts';

/** An item as the version in force has it, and who answers for it. */
export interface WorkItem {
  readonly plan: number;
  readonly row: Row;
  /** The person responsible, and the head and liaison of the dependency responsible. */
  readonly responsible: readonly string[];
  /** The dependency responsible: the item's own, or that of the activity it measures. */
  readonly unit: number | null;
}

/**
 * The item that a person wants to tell something of.
 * @returns the refusal `plan.not_in_force` when no version of its plan is. @throws NotFound
 */
export async function workItem(ctx: Ctx, item: number, ...kinds: Kind[]): Promise<WorkItem | Refusal> {
  const found = await selectItem(ctx.db, item);
  if (!found || (kinds.length > 0 && !kinds.includes(found.kind))) throw new NotFound(`item ${item}`);
  const version = await selectVersionInForce(ctx.db, found.plan);
  if (!version) return refuse('plan.not_in_force');
  const [row] = await selectRows(ctx.db, version.id, item);
  if (!row) throw new NotFound(`item ${item} in version ${version.number}`);
  const answers = row.kind === 'indicator' && row.parent ? (await selectRows(ctx.db, version.id, row.parent))[0] : row;
  const unit = row.unit ?? answers?.unit ?? null;
  const people = unit === null ? [] : await selectUnitPeople(ctx.db, unit);
  return {
    plan: found.plan,
    row,
    unit,
    responsible: [row.person, answers?.person, ...people].filter((id) => id !== null && id !== undefined),
  };
}

type Action = Exclude<keyof typeof workPolicy, 'work.read' | 'work.write'>;

/** Whether the actor may: by answering for the item, or by a role that reaches its dependency. */
export function mayTakePart(actor: Actor, action: Action, { responsible, unit }: Pick<WorkItem, 'responsible' | 'unit'>): boolean {
  if (action !== 'reading.decide' && actor.kind === 'person' && responsible.includes(actor.id!)) return true;
  return may(actor, workPolicy[action], unit);
}

/** @throws Forbidden */
export function authorizeTakingPart(actor: Actor, action: Action, item: WorkItem): void {
  if (!mayTakePart(actor, action, item)) authorize(actor, workPolicy, action, item.unit);
}
