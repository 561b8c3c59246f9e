import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIn } from '#platform/i18n/format.ts';
import { say } from '#platform/i18n/dictionary.ts';
import type { ShownAsset } from './asset-html.ts';
import { type Body, readBody } from './body.ts';
import { drawBody } from './body-html.ts';
import { plainBody } from './body-plain.ts';
import { isRefusal } from '#platform/refusal.ts';

const file = '0d6f7c0e-7a55-4b3c-9d0e-0a9f0f1d2c3b';
const asset = (id: number, kind: ShownAsset['kind'], more: Partial<ShownAsset> = {}): ShownAsset => ({
  id,
  kind,
  file,
  name: 'puestos.png',
  type: 'image/png',
  size: 84_000,
  width: 1200,
  height: 800,
  renditions: [
    { name: 'thumb', width: 320 },
    { name: 'medium', width: 960 },
    { name: 'large', width: 1200 },
  ],
  title: 'Puestos',
  credit: 'Yenny Mosquera',
  focalX: 30,
  focalY: 62,
  captions: null,
  transcript: '',
  ...more,
});
const drawing = {
  assets: new Map(
    [
      asset(1, 'image'),
      asset(2, 'video', { name: 'jornada.mp4', type: 'video/mp4', captions: file, transcript: 'Buenos días.\n\nVengan el domingo.' }),
      asset(3, 'document', { name: 'tabla <1>.pdf', type: 'application/pdf', title: 'Cobertura' }),
    ].map((one) => [one.id, one]),
  ),
  say: say('es'),
  format: formatIn('es'),
};
const doc = (...content: unknown[]): Body => {
  const body = readBody({ type: 'doc', content });
  if (isRefusal(body)) throw new Error(body.refused);
  return body;
};
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const draw = (...content: unknown[]) => drawBody(doc(...content), drawing);

describe('a body as HTML', () => {
  test('says what each part is', () => {
    expect(
      draw({ type: 'heading', attrs: { level: 3 }, content: [text('Qué llevar')] }, p(text('El '), text('carné', { type: 'bold' }))),
    ).toBe('<h3>Qué llevar</h3>\n<p>El <strong>carné</strong></p>');
    expect(draw({ type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [p(text('Agua'))] }] })).toBe(
      '<ol start="3"><li><p>Agua</p></li></ol>',
    );
    expect(draw({ type: 'blockquote', attrs: { who: 'Nubia Caraballo' }, content: [p(text('Tráigalo.'))] })).toBe(
      '<blockquote class="quote"><p>Tráigalo.</p><footer><cite>Nubia Caraballo</cite></footer></blockquote>',
    );
  });

  test('shows an image in several sizes, with its place, its words and who made it', () => {
    const html = draw({ type: 'image', attrs: { asset: 1, alt: 'Fila ante "La Ceiba"', caption: 'Un puesto por barrio.' } });
    expect(html).toContain(`srcset="/files/${file}/thumb 320w, /files/${file}/medium 960w, /files/${file}/large 1200w"`);
    expect(html).toContain('alt="Fila ante &quot;La Ceiba&quot;" width="1200" height="800" class="focus-x-25 focus-y-50"');
    expect(html).toContain('<figcaption>Un puesto por barrio. <small>Yenny Mosquera</small></figcaption>');
  });

  test('leaves out the words of a decorative image, and what is no longer there', () => {
    expect(draw({ type: 'image', attrs: { asset: 1, alt: 'x', decorative: true } })).toContain('alt=""');
    expect(draw({ type: 'image', attrs: { asset: 99, alt: 'x' } }, { type: 'file', attrs: { asset: 98, title: 'y' } })).toBe('\n');
  });

  test('gives what is heard in letters too', () => {
    const html = draw({ type: 'video', attrs: { asset: 2, title: 'Jornada' } });
    expect(html).toContain('<track kind="captions" srclang="es"');
    expect(html).toContain('<p>Buenos días.</p><p>Vengan el domingo.</p></details>');
  });

  test('names a file with its kind and size, and its name cannot leave its attribute', () => {
    expect(draw({ type: 'file', attrs: { asset: 3, title: '' } })).toBe(
      `<p class="file"><a href="/files/${file}" download="tabla &lt;1&gt;.pdf">Cobertura</a> <small>PDF, 84&nbsp;kB</small></p>`.replace(
        '&nbsp;',
        '\u00a0',
      ),
    );
  });

  test('heads columns by the first row and rows by the rest', () => {
    const cell = (type: string, words: string) => ({ type, content: [p(text(words))] });
    const html = draw({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Barrio'), cell('tableHeader', 'Puestos')] },
        { type: 'tableRow', content: [cell('tableHeader', 'La Ceiba'), cell('tableCell', '2')] },
      ],
    });
    expect(html).toContain('<thead><tr><th scope="col">Barrio</th><th scope="col">Puestos</th></tr></thead>');
    expect(html).toContain('<tbody><tr><th scope="row">La Ceiba</th><td>2</td></tr></tbody>');
  });
});

test('a body as plain text keeps marks, addresses and the words of pictures', () => {
  const body = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Qué llevar', { type: 'link', attrs: { href: '/news/ver' } })] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('El carné'))] }] },
    p(text('Vea '), text('los puestos', { type: 'link', attrs: { href: '/lugares' } })),
    { type: 'image', attrs: { asset: 1, alt: 'Una fila' } },
  );
  expect(plainBody(body, drawing, 'https://puertoclaro.gov.co')).toBe(
    'QUÉ LLEVAR (https://puertoclaro.gov.co/news/ver)\n\n– El carné\n\nVea los puestos (https://puertoclaro.gov.co/lugares)\n\n[Imagen: Una fila]',
  );
});

describe('whatever a tree holds', () => {
  const nasty = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<b>',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '</p><style>',
      '\u0000\u0008]]>',
      '&lt;script&gt;',
    ),
    fc.string(),
  );
  const types =
    'doc paragraph heading bulletList orderedList listItem blockquote callout table tableRow tableCell tableHeader image gallery video audio file horizontalRule text hardBreak script iframe'.split(
      ' ',
    );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.record(
      {
        type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, nasty),
        text: nasty,
        attrs: fc.oneof(
          fc.record(
            {
              id: nasty,
              href: nasty,
              level: fc.oneof(fc.integer(), nasty),
              start: fc.oneof(fc.integer(), nasty),
              who: nasty,
              tone: nasty,
              asset: fc.oneof(fc.integer({ min: 1, max: 4 }), nasty),
              alt: nasty,
              caption: nasty,
              title: nasty,
              images: fc.array(fc.record({ asset: fc.integer({ min: 0, max: 3 }), alt: nasty, caption: nasty }), { maxLength: 3 }),
            },
            { requiredKeys: [] },
          ),
          nasty,
        ),
        marks: fc.array(
          fc.record({
            type: fc.constantFrom('bold', 'italic', 'link', 'source', 'script'),
            attrs: fc.record({ href: nasty, source: nasty }),
          }),
          { maxLength: 3 },
        ),
        content: fc.oneof({ depthSize: 'small' }, fc.array(tie('node'), { maxLength: 4 }), nasty),
      },
      { requiredKeys: ['type'] },
    ),
  }));

  const tags = /<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;
  const allowed = new Set(
    'p h2 h3 h4 ul ol li blockquote footer cite aside div table thead tbody tr th td hr br strong em a span small figure img figcaption video audio source track details summary'.split(
      ' ',
    ),
  );

  test('only tags and addresses of ours come out, and no text is markup', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (content) => {
        const html = drawBody({ type: 'doc', content } as Body, drawing);
        expect(html.replace(tags, '')).not.toMatch(/[<>]/);
        for (const [, , name, held] of html.matchAll(tags)) {
          expect(allowed).toContain(name);
          expect(held!.replace(/="[^"]*"/g, '')).not.toMatch(/ (on\w+|style|srcdoc|formaction)\b/);
          for (const [, to] of held!.matchAll(/ (?:href|src|poster)="([^"]*)"/g))
            expect(to).toMatch(/^(https?:\/\/|mailto:|tel:|#|\/(?![\\/]))/i);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a tree deeper than any text ends, and does not break', () => {
    let deep: unknown = p(text('fondo'));
    for (let level = 0; level < 20_000; level += 1) deep = { type: 'blockquote', attrs: {}, content: [deep] };
    expect(drawBody({ type: 'doc', content: [deep] } as Body, drawing)).not.toContain('fondo');
  });
});
