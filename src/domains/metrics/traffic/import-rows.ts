import { dayIn, isDay, type Day } from '#platform/clock/day.ts';
import type { SheetRow } from '#platform/sheets/row.ts';
import type { VisitColumn } from './import-columns.ts';
import { originOf, sources, type Source } from './sources.ts';

/** What is counted of a row of a file. */
export interface ReadVisit {
  readonly day: Day;
  readonly section: string;
  readonly source: Source;
  readonly views: number;
  readonly sessions: number;
  readonly begun: number;
  readonly visitor: string | null;
}

export interface VisitFault {
  readonly row: number;
  readonly cells: readonly string[];
  /** A refusal's code, and what stood there. */
  readonly problem: string;
  readonly value: string;
}

export interface ReadBy {
  readonly columns: readonly VisitColumn[];
  readonly hosts: readonly string[];
  readonly sectionOf: (path: string) => string;
  readonly zone: string;
  readonly today: Day;
}

/** A row as what it counts; null when it counts nothing, as events that are no page view (Umami: `event_type` 2). */
export function readVisit({ row, cells, fault }: SheetRow, by: ReadBy): ReadVisit | VisitFault | null {
  const wrong = (problem: string, value = ''): VisitFault => ({ row, cells, problem, value: value.slice(0, 80) });
  if (fault) return wrong(fault.code, fault.cell);
  const cell = (column: VisitColumn) => {
    const at = by.columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '');
  };
  if (cell('event') !== '' && cell('event') !== '1') return null;
  const day = dayOf(cell('day'), by.zone);
  if (!day) return wrong('visit_import.day', cell('day'));
  if (day > by.today) return wrong('visit_import.future', cell('day'));
  const counts = (['views', 'sessions', 'begun'] as const).map((column) => ({ column, text: cell(column), count: countOf(cell(column)) }));
  const bad = counts.find(({ count }) => count === null);
  if (bad) return wrong('visit_import.count', bad.text);
  const [views, sessions, begun] = counts.map(({ count }) => count!);
  const path = cell('path');
  const section = cell('section') || (by.columns.includes('path') ? by.sectionOf(pathOf(path)) : '');
  const visitor = cell('visitor') || null;
  return {
    day,
    section: section.slice(0, 60),
    source: sourceOf(cell, by),
    // A log has a row for each view.
    views: by.columns.includes('views') ? views! : 1,
    sessions: sessions!,
    begun: by.columns.includes('begun') ? begun! : by.columns.includes('path') || by.columns.includes('section') ? 0 : sessions!,
    visitor,
  };
}

const classes: Readonly<Record<string, Source>> = {
  'search engines': 'search',
  search: 'search',
  buscadores: 'search',
  'motores de busqueda': 'search',
  'social networks': 'social',
  social: 'social',
  'redes sociales': 'social',
  campaigns: 'other',
  campaign: 'other',
  websites: 'other',
  website: 'other',
  'otros sitios': 'other',
  correo: 'mail',
  mail: 'mail',
  email: 'mail',
  'direct entry': 'direct',
  direct: 'direct',
  directo: 'direct',
};

function sourceOf(cell: (column: VisitColumn) => string, { hosts, columns }: ReadBy): Source {
  const said = cell('source').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const known = classes[said] ?? sources.find((source) => source === said);
  if (known) return known;
  const referrer = cell('referrer');
  if (referrer === '' && !columns.includes('referrer')) return 'direct';
  return originOf(/^[a-z-]+:\/\//i.test(referrer) || referrer === '' ? referrer : `https://${referrer}`, hosts, cell('medium')).source;
}

function pathOf(text: string): string {
  return /^https?:\/\//i.test(text) ? (URL.parse(text)?.pathname ?? text) : text.startsWith('/') ? text : `/${text}`;
}

/** A day; an hour of the world is of the day that it was at the institution. */
function dayOf(text: string, zone: string): Day | null {
  const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = written ? `${written[3]}-${written[2]!.padStart(2, '0')}-${written[1]!.padStart(2, '0')}` : text;
  if (isDay(day)) return day;
  const hour = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(:\d{2}(\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  const instant = hour && new Date(`${hour[1]}T${hour[2]}${hour[5] ?? 'Z'}`);
  return instant && !Number.isNaN(instant.getTime()) ? dayIn(instant, zone) : null;
}

/** `1234`, `1.234`, `1,234` or nothing, which is none. */
function countOf(text: string): number | null {
  if (text === '') return 0;
  const bare = /^\d{1,3}([.,\s]\d{3})+$/.test(text) ? text.replace(/[.,\s]/g, '') : text;
  return /^\d{1,12}$/.test(bare) ? Number(bare) : null;
}
