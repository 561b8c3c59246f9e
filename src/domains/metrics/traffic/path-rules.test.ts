import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionsBy } from './path-rules.ts';

const rules = [
  { path: '/tramites/predial', section: 'Predial' },
  { path: '/trámites/*', section: 'Trámites' },
  { path: '/tramites/*', section: 'Trámites' },
  { path: '/noticias/*/fotos', section: 'Galerías' },
  { path: '/doc-*.pdf', section: 'Documentos' },
];
const sectionOf = sectionsBy(rules);

describe('the rules of a path', () => {
  test.each([
    ['/', 'home'],
    ['', 'home'],
    ['/tramites', 'Trámites'],
    ['/tramites/', 'Trámites'],
    ['/TRAMITES//ica?ano=2026#pago', 'Trámites'],
    ['/tr%C3%A1mites/ica', 'Trámites'],
    ['/tramites/predial', 'Predial'],
    ['/tramites/predial/pagar', 'Trámites'],
    ['/noticias/2026/fotos', 'Galerías'],
    ['/noticias/2026/10/fotos', ''],
    ['/doc-plan.pdf', 'Documentos'],
    ['/doc.pdf', ''],
    ['/tramitesotros', ''],
    ['/%E0%A4%A', ''],
  ])('%s is %s', (path, section) => expect(sectionOf(path)).toBe(section));

  const segment = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[/?#*%]/.test(text));
  const path = fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
  const anything = fc.string({ maxLength: 600 });

  test('take any path and any rule, and give one of their sections or none', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ path: anything, section: fc.string() }), { maxLength: 8 }), anything, (own, asked) => {
        const found = sectionsBy(own)(asked);
        expect(['', 'home', ...own.map(({ section }) => section)]).toContain(found);
      }),
    );
  });

  test('hold for the path itself and for all below, and do not mind slashes, case or a query', () => {
    fc.assert(
      fc.property(path, path, (above, below) => {
        const own = sectionsBy([{ path: `${above}/*`, section: 's' }]);
        for (const asked of [above, above + below, `${above.toUpperCase()}//`.toLowerCase(), `${above}${below}/?a=b`])
          expect(own(asked)).toBe('s');
      }),
    );
  });

  test('the first that fits holds', () => {
    fc.assert(
      fc.property(path, (own) => {
        expect(sectionsBy([...['one', 'other'].map((section) => ({ path: own, section })), ...rules])(own)).toBe('one');
      }),
    );
  });

  test('a rule of many stars costs no more than its letters', () => {
    const started = performance.now();
    expect(sectionsBy([{ path: `/${'a*'.repeat(100)}b`, section: 's' }])(`/${'a'.repeat(2_000)}`)).toBe('');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
