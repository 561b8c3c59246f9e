import { additions, channelClasses, channelModes, directions, frequencies, recurrences, sectionKinds } from './plan.ts';

export interface Column {
  readonly name: string;
  /** Several values in one cell, parted by `;`; or `name=value` pairs, parted the same way. */
  readonly holds?: 'list' | 'pairs' | 'day' | 'number';
  readonly choices?: readonly string[];
  readonly width?: number;
}

const column = (name: string, more: Omit<Column, 'name'> = {}): Column => ({ name, ...more });
const code = column('code', { width: 24 });
const title = column('title', { width: 70 });
const startsOn = column('starts_on', { holds: 'day' });
const endsOn = column('ends_on', { holds: 'day' });
const said = [column('description', { width: 60 }), column('person', { width: 30 })];

/** The sheets of a workbook, in order, and the columns of each: the lists of the form and their fields. */
export const sheets = {
  plan: [code, title, column('summary', { width: 60 }), column('unit', { width: 30 }), startsOn, endsOn, column('aligns_with')],
  units: [code, column('name', { width: 60 })],
  sections: [code, column('kind', { choices: sectionKinds }), title, column('body', { width: 100 })],
  items: [column('section', { width: 24 }), code, title, column('text', { width: 100 })],
  segments: [code, column('name', { width: 40 }), column('focus', { width: 60 }), column('channels', { holds: 'list', width: 40 })],
  channels: [
    code,
    column('name', { width: 40 }),
    column('class', { choices: channelClasses }),
    column('mode', { choices: channelModes }),
    column('purpose', { width: 60 }),
  ],
  objectives: [code, title, ...said, column('unit'), column('aligns')],
  components: [code, column('objective'), column('also_serves', { holds: 'list' }), title, ...said, column('unit')],
  responsibilities: [code, column('component', { width: 24 }), title, ...said, column('unit')],
  activities: [
    code,
    column('responsibility', { width: 24 }),
    column('also_serves', { holds: 'list' }),
    title,
    ...said,
    column('unit', { width: 30 }),
    startsOn,
    endsOn,
    column('recurrence', { choices: recurrences }),
    column('segments', { holds: 'list', width: 30 }),
    column('channels', { holds: 'list', width: 30 }),
  ],
  indicators: [
    code,
    column('activity'),
    title,
    ...said,
    column('in_charge'),
    column('measure', { width: 34 }),
    column('filter', { holds: 'pairs', width: 30 }),
    column('unit', { width: 24 }),
    column('direction', { choices: directions }),
    column('adds_up', { choices: additions }),
    column('frequency', { choices: frequencies }),
    column('baseline', { holds: 'number' }),
    column('baseline_note', { width: 40 }),
  ],
  targets: [column('indicator'), startsOn, endsOn, column('value', { holds: 'number' })],
} as const satisfies Record<string, readonly Column[]>;

export type SheetName = keyof typeof sheets;
export const sheetNames = Object.keys(sheets) as SheetName[];

/** The most rows that all sheets together may have. */
export const mostRows = 20_000;
