import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addresses as workspace } from '#doors/workspace/routes.ts';
import es from '../../locales/es/metrics.json' with { type: 'json' };
import en from '../../locales/en/metrics.json' with { type: 'json' };
import { collector, factReactions, measures } from '#domains/metrics/index.ts';

const templates = ['ministerio-tic', 'oficina-informatica'].flatMap(
  (name) => (parse(readFileSync(`templates/plans/${name}.yaml`, 'utf8')) as { indicators: { measure: string }[] }).indicators,
);

describe('the catalogue of measures', () => {
  test('declares each once, and all that the plan templates name', () => {
    const codes = measures.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...new Set(templates.map(({ measure }) => measure))].filter((code) => !codes.includes(code))).toEqual([]);
  });

  test.each([
    ['es', es],
    ['en', en],
  ] as const)('names each, its unit, its stage and how it adds up in %s', (_, words: Record<string, string>) => {
    const keys = measures.flatMap(({ code, unit, stage, addsUp }) => [
      `measure.${code}`,
      `unit.${unit}`,
      `stage.${stage}`,
      `adds_up.${addsUp}`,
      ...(measures.find((one) => one.code === code)?.reads === 'own' ? [`counts.${code}`] : []),
    ]);
    expect(keys.filter((key) => !words[key])).toEqual([]);
    expect(
      measures
        .filter(({ reads }) => reads === 'by_hand')
        .map(({ code }) => `by_hand.${code.split('.')[0]}`)
        .filter((key) => !words[key]),
    ).toEqual([]);
  });

  test('feeds each own measure from an event that is reacted to, or from the collector', () => {
    const heard = [...factReactions.flatMap(({ to }) => to), collector];
    expect(
      measures
        .filter(({ reads }) => reads === 'own')
        .filter(({ fedBy }) => fedBy.length === 0 || fedBy.some((event) => !heard.includes(event))),
    ).toEqual([]);
  });

  test('opens each somewhere that is', () => {
    const shape = (path: string) => path.replace(/:\w+/g, ':');
    const places = workspace.map(({ path }) => shape(path));
    expect(measures.filter(({ opens }) => opens.startsWith('/workspace') && !places.includes(shape(opens)))).toEqual([]);
  });
});
