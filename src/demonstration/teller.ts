import type { Day } from '#platform/clock/day.ts';
import { formatIn } from '#platform/i18n/format.ts';
import { chance, draw } from './chance.ts';
import { filled } from './piece-text.ts';

/** What data/pieces.yaml holds. */
export interface Stories {
  readonly barrios: readonly string[];
  readonly series: readonly Series[];
  readonly singles: Readonly<
    Record<string, { readonly motif: string; readonly titles: readonly string[]; readonly lead: string; readonly text: readonly string[] }>
  >;
  readonly disclosures: readonly { readonly title: string; readonly section: string; readonly unit: string }[];
}

interface Series {
  readonly key: string;
  readonly unit: string;
  readonly segment: string;
  readonly motif: string;
  readonly titles: readonly [string, string, string];
  readonly lead: string;
  readonly text: readonly string[];
}

/** One piece of the town, on the day on which it comes out. */
export interface ToldPiece {
  readonly on: Day;
  readonly kind: string;
  readonly unit: string;
  readonly title: string;
  readonly lead: string;
  readonly text: readonly string[];
  readonly motif: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly channels: readonly string[];
  readonly segments: readonly string[];
  readonly line: 'information' | 'training' | 'participation';
  /** The indicator whose activity it serves, in which plan. */
  readonly serves: readonly [plan: string, indicator: string] | null;
  readonly author?: string;
  /** What only those may read whom it names. */
  readonly secret?: { readonly class: 'classified' | 'reserved'; readonly basis: string; readonly since: Day; readonly until: Day };
}

const format = formatIn('es');
const portal = ['pagina-web'];
const both = ['pagina-web', 'intranet'];
const inside = ['intranet'];
const screens = ['La mesa de ayuda en cifras', 'Cómo va la adopción', 'Estado de los servicios', 'Lo más visto de la intranet'];
const weekdays = ['martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

function seriesFields(kind: string, lead: string): Record<string, string> {
  if (kind === 'press_release') return { place: 'Puerto Claro', contact: 'Julián Restrepo, extensión 204' };
  if (kind === 'social_post') return { network: 'instagram', post: lead };
  return {};
}

/** Tells each piece of the town once, in the words of data/pieces.yaml. */
export class Teller {
  readonly #stories: Stories;
  readonly #turns = new Map<string, number>();
  readonly #singles = new Map<string, number>();

  constructor(stories: Stories) {
    this.#stories = stories;
  }

  /** The next of a series that was not told in this way; nothing once all were. */
  series(way: 0 | 1 | 2, kind: string, on: Day, rest: Partial<ToldPiece>): ToldPiece[] {
    const { series, barrios } = this.#stories;
    const turn = this.#turns.get(String(way)) ?? way * 5;
    this.#turns.set(String(way), turn + 1);
    if (turn - way * 5 >= series.length * barrios.length) return [];
    const one = series[turn % series.length]!;
    const barrio = barrios[(Math.floor(turn / series.length) + turn + way) % barrios.length]!;
    const vars = {
      barrio,
      calle: 8 + draw(60, one.key, barrio),
      n: format.number(90 + draw(820, one.key, barrio, way)),
      dia: weekdays[draw(weekdays.length, one.key, barrio)]!,
    };
    return [
      {
        on,
        kind,
        unit: one.unit,
        title: filled(one.titles[way], vars),
        lead: filled(one.lead, vars),
        text: one.text.map((line) => filled(line, vars)),
        motif: one.motif,
        fields: seriesFields(kind, filled(one.lead, vars)),
        channels: both,
        segments: [one.segment, ...(chance(one.key, barrio) > 0.6 ? ['usuarios-redes-sociales'] : [])],
        line: chance(barrio, one.key) > 0.8 ? 'participation' : 'information',
        serves: null,
        ...rest,
      },
    ];
  }

  single(kind: string, on: Day, rest: Partial<ToldPiece>): ToldPiece[] {
    const found = this.#stories.singles[kind]!;
    const turn = this.#singles.get(kind) ?? 0;
    this.#singles.set(kind, turn + 1);
    const title = found.titles[turn];
    if (title === undefined) return [];
    const { fields = {}, ...others } = rest;
    return [
      {
        on,
        kind,
        unit: 'prensa',
        title,
        lead: found.lead,
        text: found.text,
        motif: found.motif,
        channels: both,
        segments: kind === 'circular' || kind === 'guide' ? ['servidores-publicos', 'contratistas'] : ['ciudadania'],
        line: 'information',
        serves: null,
        ...others,
        fields: {
          ...fields,
          ...(kind === 'memo' ? { number: `${turn + 7} de ${on.slice(0, 4)}` } : {}),
          ...(kind === 'circular' ? { number: `${turn + 21} de ${on.slice(0, 4)}` } : {}),
          ...(kind === 'speech' ? { day: on } : {}),
        },
      },
    ];
  }

  bulletin(on: Day, number: number, serves: ToldPiece['serves']): ToldPiece {
    return {
      on,
      kind: 'bulletin',
      unit: 'prensa',
      title: `Boletín interno n.º ${number}`,
      lead: 'Lo que pasó en la casa esta semana y lo que viene, en tres minutos.',
      text: [
        'Esta semana la casa contó lo suyo primero a los suyos. Aquí está lo que conviene saber antes del lunes.',
        '## Lo que viene',
        '- Reunión de enlaces el miércoles a las 9, en la sala 2.',
        '- Cierre del registro de horas el viernes al mediodía.',
        '- Pausa activa todos los días a las 10:30, en el patio.',
        '## Gente',
        'Esta semana cumplen años siete compañeros. La lista está en la cartelera del piso 2.',
      ],
      motif: 'paper',
      fields: { number: String(number) },
      channels: inside,
      segments: ['servidores-publicos', 'contratistas'],
      line: 'information',
      serves,
    };
  }

  newsletter(on: Day, number: number, serves: ToldPiece['serves']): ToldPiece {
    return {
      on,
      kind: 'newsletter',
      unit: 'oai',
      title: `Puerto digital, ${format.month(on)}`,
      lead: 'Las herramientas nuevas, lo que cambió y lo que más se preguntó en la mesa de ayuda.',
      text: [
        'Este mes la mesa de ayuda contestó más rápido y dos trámites dejaron de pedir papel.',
        '## Lo nuevo',
        '- La firma electrónica ya sirve para las cuentas de cobro.',
        '- El correo avisa cuando un mensaje viene de fuera de la Alcaldía.',
        '## Lo que más se preguntó',
        'Cómo recuperar la clave sin llamar. La respuesta está en la guía, con dibujos.',
      ],
      motif: 'screen',
      fields: { number: String(number) },
      channels: [...both, 'correo-interno'],
      segments: ['servidores-publicos', 'contratistas'],
      line: 'training',
      serves,
    };
  }

  /** A sheet with figures for the screens of the corridors. */
  screen(on: Day, at: number, serves: ToldPiece['serves']): ToldPiece {
    return {
      on,
      kind: 'notice_board_card',
      unit: 'oai',
      title: `${screens[at % screens.length]!}, ${format.day(on)}`,
      lead: 'Las cifras de la semana, en letra grande y con su fuente.',
      text: ['La fuente es el tablero del plan de Informática.'],
      motif: 'chart',
      fields: {},
      channels: ['pantallas-internas'],
      segments: ['servidores-publicos', 'contratistas'],
      line: 'information',
      serves,
    };
  }

  disclosure(on: Day, at: number, serves: ToldPiece['serves']): ToldPiece {
    const { disclosures } = this.#stories;
    const one = disclosures[at % disclosures.length]!;
    const told = Math.floor(at / disclosures.length);
    return {
      on,
      kind: 'disclosure',
      unit: one.unit,
      title: filled(one.title, { mes: format.month(monthBefore(on, told)) }),
      lead: 'Corte al último día del mes. El archivo se puede descargar y trae una hoja con la definición de cada columna.',
      text: [
        'La información se publica cada mes, como ordena la Ley 1712 de 2014. Lo anterior sigue en la misma página.',
        'Si encuentra un error, escríbalo en la línea 195: se corrige y se dice qué cambió.',
      ],
      motif: 'paper',
      fields: { section: one.section },
      channels: portal,
      segments: ['ciudadania'],
      line: 'information',
      serves,
    };
  }
}

/** Each round of disclosures tells the next month of the year. */
function monthBefore(on: Day, told: number): string {
  const month = Math.min(told + 1, Number(on.slice(5, 7)));
  return `${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}
