import { isMap, isNode, isSeq, LineCounter, parseDocument, stringify, type Node } from 'yaml';
import type { Fault, FilePath, Where } from './faults.ts';
import type { PlanFile } from './plan-file.ts';

/** What a text says, and at which line each part of it stands. */
export function readYaml(text: string): { value: unknown; where: Where; faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number | undefined) => (offset === undefined ? {} : { line: lines.linePos(offset).line });
  const faults = document.errors.map((error): Fault => ({
    code: 'plan_file.yaml',
    details: { reason: error.message.split('\n')[0] ?? '' },
    at: lineOf(error.pos[0]),
  }));
  // What a broken text says cannot be known.
  if (faults.length > 0) return { value: null, where: () => ({}), faults };
  const where: Where = (path) => lineOf(nearest(document.contents, path)?.range?.[0]);
  return { value: document.toJS({ maxAliasCount: 20 }), where, faults };
}

/** The part at `path`, or the closest around it that is there. */
function nearest(node: Node | null, path: FilePath): Node | null {
  const [key, ...rest] = path;
  if (key === undefined || !(isMap(node) || isSeq(node))) return node;
  const inner = node.get(key, true);
  return isNode(inner) ? nearest(inner, rest) : node;
}

/** The plan as text of the same form; what is empty is left out. */
export function writeYaml(file: PlanFile): string {
  const { plan } = file;
  const activities = file.activities.map((activity) => ({
    ...activity,
    starts_on: activity.starts_on === plan.starts_on ? null : activity.starts_on,
    ends_on: activity.ends_on === plan.ends_on ? null : activity.ends_on,
  }));
  return stringify(withoutEmpty({ ...file, activities }), { lineWidth: 120 });
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, held]) => [key, withoutEmpty(held)])
      .filter(([, held]) => !isEmpty(held)),
  );
}

const isEmpty = (value: unknown) => value === null || value === '' || (typeof value === 'object' && Object.keys(value!).length === 0);
