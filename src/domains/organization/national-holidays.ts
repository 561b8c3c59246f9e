import { addDays, type Day, parseDay } from '#platform/clock/day.ts';

/** What the law says of one national holiday, under the rule by which `date-holidays` computes its day. */
export interface NationalHoliday {
  rule: string;
  key: string;
  name: { es: string; en: string };
  norm: string;
  /** The civil or liturgical date, from the year and the day observed. */
  nominal: (year: number, observed: Day) => Day;
}

/** The names, norms and nominal dates that `date-holidays` lacks or has otherwise: it calls the Ascension «La Asunción». */
export const NATIONAL_HOLIDAYS: readonly NationalHoliday[] = [
  fixed('01-01', 'ano-nuevo', 'Año Nuevo', 'New Year’s Day'),
  monday('01-06', 'reyes-magos', 'Día de los Reyes Magos', 'Epiphany'),
  monday('03-19', 'san-jose', 'Día de San José', 'Saint Joseph’s Day'),
  easter('easter -3', 0, 'jueves-santo', 'Jueves Santo', 'Maundy Thursday'),
  easter('easter -2', 0, 'viernes-santo', 'Viernes Santo', 'Good Friday'),
  fixed('05-01', 'dia-del-trabajo', 'Día del Trabajo', 'Labour Day'),
  easter('easter 43', 4, 'ascension', 'Ascensión del Señor', 'Ascension Day'),
  easter('easter 64', 4, 'corpus-christi', 'Corpus Christi', 'Corpus Christi'),
  easter('easter 71', 3, 'sagrado-corazon', 'Sagrado Corazón de Jesús', 'Sacred Heart of Jesus'),
  monday('06-29', 'san-pedro-san-pablo', 'San Pedro y San Pablo', 'Saint Peter and Saint Paul'),
  {
    ...monday(
      '07-09',
      'virgen-chiquinquira',
      'Día de Nuestra Señora del Rosario de Chiquinquirá',
      'Our Lady of the Rosary of Chiquinquirá',
    ),
    rule: 'monday after 07-09 since 2026',
    norm: 'Ley 2578/2026 art. 6 + Ley 51/1983 art. 2',
  },
  fixed('07-20', 'independencia', 'Día de la Independencia', 'Independence Day'),
  fixed('08-07', 'batalla-de-boyaca', 'Batalla de Boyacá', 'Battle of Boyacá'),
  monday('08-15', 'asuncion', 'Asunción de la Virgen', 'Assumption of Mary'),
  monday('10-12', 'dia-de-la-raza', 'Día de la Raza / Día de la Diversidad Étnica y Cultural', 'Day of Ethnic and Cultural Diversity'),
  {
    ...monday('11-01', 'todos-los-santos', 'Día de Todos los Santos', 'All Saints’ Day'),
    rule: '1st monday in November',
  },
  monday('11-11', 'independencia-cartagena', 'Independencia de Cartagena', 'Independence of Cartagena'),
  fixed('12-08', 'inmaculada-concepcion', 'Inmaculada Concepción', 'Immaculate Conception'),
  fixed('12-25', 'navidad', 'Navidad', 'Christmas Day'),
];

/** Kept on its date, also on a Saturday or Sunday, with no day in exchange. */
function fixed(date: string, key: string, es: string, en: string): NationalHoliday {
  return { rule: date, key, name: { es, en }, norm: 'Ley 51/1983 art. 1', nominal: onDate(date) };
}

/** Moved to the Monday that follows, unless it falls on one. */
function monday(date: string, key: string, es: string, en: string): NationalHoliday {
  return { rule: `monday after ${date}`, key, name: { es, en }, norm: 'Ley 51/1983 art. 2', nominal: onDate(date) };
}

/** Hangs on Easter; `moved` is by how many days the law carries it to a Monday. */
function easter(rule: string, moved: number, key: string, es: string, en: string): NationalHoliday {
  const norm = moved ? 'Ley 51/1983 art. 2' : 'Ley 51/1983 art. 1';
  return { rule, key, name: { es, en }, norm, nominal: (_year, observed) => addDays(observed, -moved) };
}

function onDate(date: string): NationalHoliday['nominal'] {
  return (year) => parseDay(`${year}-${date}`);
}
