import type { Day } from '#platform/clock/day.ts';
import type { Adoption } from './data.ts';
import { daysOf, spread } from './piece-plan.ts';
import { type Stories, Teller, type ToldPiece } from './teller.ts';
import type { Times } from './times.ts';

const portal = ['pagina-web'];
const both = ['pagina-web', 'intranet'];
const inside = ['intranet'];

/** All that came out in the present year of the plan, as many of each kind as its indicators say. */
export function toldPieces(stories: Stories, town: Adoption, office: Adoption, times: Times): ToldPiece[] {
  const [plan, oai] = [town.plan.code, office.plan.code];
  const told = new Teller(stories);
  const counted = (code: string, adoption: Adoption, kind: 'month' | 'quarter' = 'month') => daysOf(code, adoption, kind, times);
  const single = (days: readonly Day[], kind: string, rest: Partial<ToldPiece>) => days.flatMap((on) => told.single(kind, on, rest));
  const every = (count: number) => spread(times.cycle(0).startsOn, times.today, count, times);
  return [
    ...counted('I1', town).flatMap((on) => told.series(0, 'press_release', on, { channels: portal, serves: [plan, 'I1'] })),
    ...counted('I2', town).flatMap((on) => told.series(2, 'photo_gallery', on, { channels: both, serves: [plan, 'I2'] })),
    ...counted('I5', town).map((on, at) => told.bulletin(on, at + 1, [plan, 'I5'])),
    ...counted('I8', town).map((on, at) => told.disclosure(on, at, [plan, 'I8'])),
    ...single(counted('I10', town, 'quarter'), 'service_card', {
      unit: 'oai',
      channels: both,
      serves: [plan, 'I10'],
      fields: { platform: 'Portal', who_may: 'Cualquier persona' },
    }),
    ...counted('I4', office).flatMap((on) => told.series(1, 'social_post', on, { channels: ['redes-sociales'], serves: [oai, 'I4'] })),
    ...counted('I2', office).map((on, at) => told.screen(on, at, [oai, 'I2'])),
    ...counted('I5', office).flatMap((on) => told.series(1, 'news', on, { unit: 'oai', channels: both, serves: [oai, 'I5'] })),
    ...counted('I6', office).map((on, at) => told.newsletter(on, at + 1, [oai, 'I6'])),
    ...single(counted('I7', office, 'quarter'), 'success_story', {
      unit: 'oai',
      channels: both,
      serves: [oai, 'I7'],
      fields: { who: 'Vecinos de Puerto Claro' },
    }),
    ...single(every(11), 'success_story', { unit: 'desarrollo-social', channels: both, fields: { who: 'Vecinos de Puerto Claro' } }),
    ...single(counted('I8', office), 'infographic', { unit: 'oai', channels: both, serves: [oai, 'I8'], fields: described }),
    ...single(counted('I9', office, 'quarter'), 'video_tutorial', {
      unit: 'oai',
      channels: both,
      line: 'training',
      serves: [oai, 'I9'],
      fields: { platform: 'Intranet' },
    }),
    ...single(counted('I14', office, 'quarter'), 'guide', {
      unit: 'oai',
      channels: inside,
      line: 'training',
      serves: [oai, 'I14'],
      fields: { platform: 'Intranet', minutes: '5' },
    }),
    ...single(every(6), 'circular', { unit: 'talento-humano', channels: inside, fields: { number: '', to: 'Toda la planta' } }),
    ...single(every(6), 'notice_board_card', { unit: 'talento-humano', channels: inside }),
    ...single(every(4), 'speech', {
      unit: 'despacho',
      channels: portal,
      fields: { speaker: 'Elvira Noriega', occasion: 'Acto público', place: 'Plaza del Muelle' },
    }),
    ...single(every(4), 'leaflet', { unit: 'gestion-del-riesgo', channels: portal, fields: { size: 'letter' } }),
    ...single(every(4), 'poster', { unit: 'cultura', channels: portal, fields: { size: 'tabloid' } }),
    ...single(every(3), 'video', { unit: 'atencion-ciudadania', channels: both }),
    ...single(every(2), 'audio', { unit: 'gestion-del-riesgo', channels: portal }),
    ...single(every(3), 'case_study', {
      unit: 'oai',
      channels: both,
      fields: {
        problem: 'La gente esperaba 74 minutos y la mitad volvía otro día.',
        result: 'La espera es de 21 minutos y vuelve uno de cada diez.',
      },
    }),
    ...single(every(3), 'memo', {
      unit: 'secretaria-general',
      channels: inside,
      fields: { from: 'Secretaría General', to: 'Jefes de dependencia' },
    }),
    ...single(every(2), 'sector_report', {
      unit: 'planeacion',
      channels: portal,
      fields: { period: 'Primer semestre', source: 'Secretaría de Planeación' },
    }),
  ];
}

const described = {
  description: 'La hoja muestra, de arriba abajo, cada paso con su dibujo, cuánto tarda y en qué oficina se hace.',
  source: 'Oficina de Prensa, con datos de cada dependencia',
};
