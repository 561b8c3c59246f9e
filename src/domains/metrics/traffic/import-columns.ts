import type { VisitOrigin } from './board.input.ts';

/** What a column of a file may be; the empty text is left out. */
export const visitColumns = [
  'day',
  'path',
  'section',
  'source',
  'referrer',
  'medium',
  'views',
  'sessions',
  'begun',
  'visitor',
  'event',
] as const;
export type VisitColumn = (typeof visitColumns)[number] | '';

/** By the heads of Matomo (Reporting API), Umami (`website_event`), and what people write. */
const heads: Readonly<Record<string, VisitColumn>> = {
  date: 'day',
  day: 'day',
  dia: 'day',
  fecha: 'day',
  created_at: 'day',
  serverdate: 'day',
  url_path: 'path',
  url: 'path',
  path: 'path',
  page: 'path',
  pagina: 'path',
  ruta: 'path',
  label: 'path',
  'metadata: url': 'path',
  'page url': 'path',
  section: 'section',
  seccion: 'section',
  source: 'source',
  fuente: 'source',
  referrertype: 'source',
  referrer: 'referrer',
  referrer_domain: 'referrer',
  referrerurl: 'referrer',
  referente: 'referrer',
  utm_medium: 'medium',
  nb_hits: 'views',
  nb_pageviews: 'views',
  nb_actions: 'views',
  pageviews: 'views',
  views: 'views',
  vistas: 'views',
  'paginas vistas': 'views',
  nb_visits: 'sessions',
  visits: 'sessions',
  'unique pageviews': 'sessions',
  sessions: 'sessions',
  sesiones: 'sessions',
  visitas: 'sessions',
  entry_nb_visits: 'begun',
  entrances: 'begun',
  entradas: 'begun',
  session_id: 'visitor',
  visitorid: 'visitor',
  event_type: 'event',
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** What each column seems to be by its head, each once; where a page has both an address and a label, its address. */
export function guessVisitColumns(cells: readonly string[]): VisitColumn[] {
  const names = cells.map(plain);
  const better = names.some((name) => ['url', 'metadata: url', 'url_path'].includes(name)) ? 'label' : '';
  const taken = new Set<VisitColumn>();
  return names.map((name) => {
    const target = name === better ? '' : (heads[name] ?? '');
    if (target === '' || taken.has(target)) return '';
    taken.add(target);
    return target;
  });
}

/** Whose export it is, by its heads. */
export function originOfHeads(cells: readonly string[]): Exclude<VisitOrigin, 'own'> {
  const names = new Set(cells.map(plain));
  if (names.has('url_path') && names.has('session_id')) return 'umami';
  if ([...names].some((name) => name.startsWith('nb_')) || names.has('unique pageviews') || names.has('serverdate')) return 'matomo';
  return 'csv';
}
