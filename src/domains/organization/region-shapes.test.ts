import { expect, test } from 'vitest';
import { departments, municipalitiesOf } from './regions.ts';
import { regionMap } from './region-shapes.ts';

const numbersIn = (path: string) => path.match(/-?\d+(\.\d+)?/g)!.map(Number);

test('the country is drawn by departments, each closed and inside the drawing, in little', () => {
  const map = regionMap(null);
  expect(map.shapes.map(({ code }) => code).toSorted()).toEqual(
    departments()
      .map(({ code }) => code)
      .toSorted(),
  );
  for (const { code, path, x, y } of map.shapes) {
    expect(path, code).toMatch(/^M[^M]*Z/);
    const numbers = numbersIn(path);
    expect(Math.min(...numbers), code).toBeGreaterThanOrEqual(-0.1);
    expect(Math.max(...numbers), code).toBeLessThanOrEqual(Math.max(map.width, map.height) + 0.1);
    expect(x > 0 && x < map.width && y > 0 && y < map.height, `${code} ${x} ${y}`).toBe(true);
  }
  expect(map.shapes.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(70_000);
  expect(regionMap(null)).toBe(map);
});

test('each department is drawn by its municipalities', () => {
  for (const { code } of departments().filter((_, at) => at % 5 === 0)) {
    expect(
      regionMap(code)
        .shapes.map((shape) => shape.code)
        .toSorted(),
      code,
    ).toEqual(
      municipalitiesOf(code)
        .map((region) => region.code)
        .toSorted(),
    );
  }
});
