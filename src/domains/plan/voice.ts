import type { State } from './plan.ts';

/** A sentence of the locales and what fills it: `say(key, vars)`. */
export interface Said {
  readonly key: string;
  readonly vars: Readonly<Record<string, string | number>>;
}

const said = (key: string, vars: Said['vars'] = {}): Said => ({ key: `plan.voice.${key}`, vars });

/** The list of plans: none yet, none in force, or how many rule. */
export function plansVoice(plans: readonly { inForce: unknown; open: unknown }[]): Said {
  if (plans.length === 0) return said('plans_none');
  const inForce = plans.filter((plan) => plan.inForce).length;
  const open = plans.filter((plan) => plan.open).length;
  if (inForce === 0) return said('plans_no_force', { count: plans.length });
  return open === 0 ? said('plans', { count: inForce }) : said(open === 1 ? 'plans_one_open' : 'plans_open', { count: inForce, open });
}

interface Shown {
  readonly number: number;
  readonly state: State;
  readonly from: string;
}

/** The tree: what is being looked at, and for a draft how far it went from what rules (`changes` null: nothing rules yet). */
export function treeVoice(version: Shown, rows: number, changes: number | null, mayEdit: boolean): Said {
  const { number, state, from } = version;
  if (state === 'in_force') return said('tree_in_force', { number, from });
  if (state === 'closed') return said('tree_closed', { number });
  if (state === 'in_review') return said('tree_in_review', { number });
  if (state === 'approved') return said('tree_approved', { number });
  if (rows === 0) return said(mayEdit ? 'tree_empty' : 'tree_empty_read', { number });
  if (changes === null) return said('tree_first', { number, count: rows });
  return said(mayEdit ? 'tree_draft' : 'tree_draft_read', { number, count: changes });
}

/** The text: how many parts it has, and whether they may be written. */
export function textVoice(version: Shown, sections: number, mayEdit: boolean): Said {
  if (sections === 0) return said('text_none', { number: version.number });
  return said(version.state === 'draft' && mayEdit ? 'text_draft' : 'text', { number: version.number, count: sections });
}

/** The timeline: how much is going on today, what ends next. */
export function timelineVoice(
  activities: readonly { startsOn: string | null; endsOn: string | null; title: string }[],
  today: string,
): Said {
  if (activities.length === 0) return said('timeline_none');
  const now = activities.filter(({ startsOn, endsOn }) => startsOn! <= today && today <= endsOn!);
  if (now.length === 0) {
    const ahead = activities.filter(({ startsOn }) => startsOn! > today).length;
    return ahead > 0 ? said('timeline_ahead', { count: ahead }) : said('timeline_over', { count: activities.length });
  }
  const soon = now.filter(({ endsOn }) => endsOn! < monthAfter(today)).toSorted((one, other) => (one.endsOn! < other.endsOn! ? -1 : 1));
  return soon[0]
    ? said('timeline_ending', { count: now.length, next: soon[0].title, on: soon[0].endsOn! })
    : said('timeline', { count: now.length });
}

const monthAfter = (day: string) => new Date(Date.parse(day) + 31 * 86_400_000).toISOString().slice(0, 10);

/** The versions: which rules, and what waits for whom. */
export function versionsVoice(versions: readonly { number: number; state: State }[]): Said {
  const inForce = versions.find(({ state }) => state === 'in_force');
  const open = versions.find(({ state }) => state === 'draft' || state === 'in_review' || state === 'approved');
  if (!inForce && !open) return said('versions_none');
  if (!inForce) return said(`versions_first_${open!.state}`, { number: open!.number });
  return open
    ? said(`versions_next_${open.state}`, { number: inForce.number, next: open.number })
    : said('versions_in_force', { number: inForce.number });
}

/** A comparison: nothing, or how much of each. */
export function differenceVoice(
  found: { added: readonly unknown[]; removed: readonly unknown[]; moved: readonly unknown[]; changed: readonly unknown[]; count: number },
  before: number,
  after: number,
): Said {
  if (found.count === 0) return said('difference_none', { before, after });
  return said('difference', {
    before,
    after,
    count: found.count,
    added: found.added.length,
    removed: found.removed.length,
    altered: found.changed.length + found.moved.length,
  });
}

/** What an upload would do. */
export function importVoice(looked: { existing: unknown; number: number; activities: number; newUnits: number; title: string }): Said {
  const vars = { number: looked.number, count: looked.activities, units: looked.newUnits, title: looked.title };
  return said(looked.existing ? 'import_again' : looked.newUnits === 0 ? 'import_new' : 'import_new_units', vars);
}
