import { BadSheet, type SheetRow } from '#platform/sheets/row.ts';

const most = 32_000_000;
/** The columns of a report, and of a log of visits, which comes as one row for each page. */
const heads = ['date', 'url', 'nb_hits', 'nb_visits', 'entry_nb_visits', 'nb_actions', 'visitorId', 'referrerUrl'] as const;

type Said = Readonly<Record<string, unknown>>;

/**
 * Matomo's Reporting API as JSON: a report by day (`{"2026-11-21": [{…}]}` or `{"2026-11-21": {…}}`), a list of rows that say their date, or
 * visits with what each looked at (`Live.getLastVisitsDetails`). Its first row are the heads. Read piece by piece. @throws BadSheet
 */
export async function* readMatomoJson(content: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  yield { row: 1, cells: heads };
  let row = 1;
  for await (const { key, text } of elementsOf(content)) {
    const value = parsed(text, row);
    for (const one of [value].flat()) {
      if (typeof one !== 'object' || one === null) continue;
      for (const cells of rowsOf(one as Said, key)) yield { row: ++row, cells };
    }
  }
}

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function rowsOf(one: Said, key: string | null): string[][] {
  if (Array.isArray(one.actionDetails)) {
    const pages = (one.actionDetails as readonly Said[]).filter(({ type }) => type === undefined || type === 'action');
    return pages.map(({ url }, at) => [
      said(one.serverDate) || (key ?? ''),
      said(url),
      '1',
      '',
      '',
      '',
      said(one.visitorId) || said(one.idVisit),
      at === 0 ? said(one.referrerUrl) : said(url),
    ]);
  }
  const page = said(one.url) || said(one.label);
  const views = said(one.nb_hits) || said(one.nb_pageviews) || said(one.nb_actions);
  const begun = said(one.entry_nb_visits) || (page === '' ? said(one.nb_visits) : '');
  return [[said(one.date) || (key ?? ''), page, views, said(one.nb_visits), begun, '', '', '']];
}

function parsed(text: string, row: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadSheet('sheet.broken_json', { row });
  }
}

/** The elements of the outermost list or object, one by one: no more than one of them is in memory. */
async function* elementsOf(content: AsyncIterable<string>): AsyncGenerator<{ key: string | null; text: string }> {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let object = false;
  let text = '';
  const element = () => {
    const own = text.trim();
    text = '';
    if (own === '') return null;
    if (!object) return { key: null, text: own };
    const key = /^"((?:[^"\\]|\\.)*)"\s*:/.exec(own);
    if (!key) throw new BadSheet('sheet.broken_json', { row: 1 });
    return { key: key[1]!, text: own.slice(key[0].length) };
  };
  for await (const chunk of content) {
    for (const letter of chunk) {
      if (quoted) {
        text += letter;
        if (escaped) escaped = false;
        else if (letter === '\\') escaped = true;
        else if (letter === '"') quoted = false;
        continue;
      }
      if (letter === '"') quoted = true;
      if (letter === '{' || letter === '[') {
        depth += 1;
        if (depth === 1) {
          object = letter === '{';
          continue;
        }
      }
      if (letter === '}' || letter === ']') depth -= 1;
      if (depth === 0 || (depth === 1 && letter === ',')) {
        const found = element();
        if (found) yield found;
      } else text += letter;
    }
    if (text.length > most) throw new BadSheet('sheet.broken_json', { row: 1 });
  }
  if (depth !== 0) throw new BadSheet('sheet.broken_json', { row: 1 });
}
