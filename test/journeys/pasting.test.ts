import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { createPiece, getPiece, newPieceInput, type Block } from '#domains/editorial/index.ts';
import { accepted } from '#platform/refusal.ts';
import { password, seatCast } from '#test/support/cast.ts';
import { openJourney, scan, signIn } from '#test/support/journey.ts';

vi.setConfig({ testTimeout: 60_000 });

const journey = await openJourney();
const cast = await seatCast(journey.house);

/** What a piece holds after something was pasted into it, as an outline: `h2 Cómo pagar`, `ul [En línea, [Con tarjeta]]`. */
async function pasted(html: string): Promise<{ outline: string[]; body: string; page: Page }> {
  const { id } = accepted(
    await createPiece(cast.as('julian'), newPieceInput.parse({ kind: 'guide', title: 'Pegado', unit: cast.units.prensa })),
  );
  const page = await journey.visitor();
  await signIn(page, cast.mail('julian'), password, `/workspace/pieces/${id}`);
  const text = page.getByRole('textbox', { name: /^Texto:/ });
  await text.click();
  await text.evaluate((element, held) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', held);
    clipboardData.setData('text/plain', 'plain');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.keyboard.press('Control+s');
  await page.getByRole('status').filter({ hasText: 'Guardado a las' }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.written p.is-editor-empty'));
  const { body } = await getPiece(cast.as('julian'), id);
  return { outline: body.content.map(outlineOf), body: JSON.stringify(body), page };
}

function outlineOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `h${block.attrs.level} ${wordsOf(block)}`;
    case 'bulletList':
    case 'orderedList':
      return `${block.type === 'bulletList' ? 'ul' : 'ol'} ${listOf(block)}`;
    case 'table':
      return `table ${block.content.map((row) => row.content.map((cell) => `${cell.type === 'tableHeader' ? '*' : ''}${cell.content.map(wordsOf).join(' ')}`).join(' | ')).join(' / ')}`;
    default:
      return `${block.type} ${wordsOf(block)}`;
  }
}

const listOf = (block: Extract<Block, { type: 'bulletList' | 'orderedList' }>): string =>
  `[${block.content.map(({ content }) => content.map((child) => (child.type === 'bulletList' || child.type === 'orderedList' ? listOf(child) : wordsOf(child))).join(' ')).join(', ')}]`;

const wordsOf = (node: unknown): string => {
  const { text, content = [] } = node as { text?: string; content?: unknown[] };
  return text ?? content.map(wordsOf).join('');
};

const sample = (name: string) => readFileSync(`test/fixtures/clipboard/${name}.html`, 'utf8');

test('what comes from Word is text with its headings, lists and tables, and nothing of Word', async () => {
  const { outline, body, page } = await pasted(sample('word'));
  expect(outline).toEqual([
    'h2 Descuento del predial',
    'h2 Cómo pagar',
    'paragraph Quien pague a tiempo ahorra el 15\u00a0%. Vea el portal del predial.',
    'ul [En línea [Con tarjeta], En bancos]',
    'paragraph Después:',
    'ol [Guarde el recibo]',
    'table Punto |  / Centro | 7 a. m.',
    'paragraph Fin',
  ]);
  expect(body).toContain('{"text":"Quien pague","type":"text","marks":[{"type":"bold"}]}');
  expect(body).toContain('"href":"https://predial.puertoclaro.gov.co/pagar"');
  expect(body).not.toMatch(/mso|Mso|o:p|style|font|file:/);
  await scan(page);
  await page.context().close();
});

test('what comes from Google Docs means what it shows', async () => {
  const { outline, body, page } = await pasted(sample('google-docs'));
  expect(outline).toEqual([
    'h2 Cómo pagar',
    'paragraph Quien pague a tiempo ahorra. Vea el portal del predial',
    'ul [En línea [Con tarjeta]]',
  ]);
  expect(body).toContain('{"text":"Quien pague","type":"text","marks":[{"type":"bold"}]}');
  expect(body).toContain('{"text":"ahorra","type":"text","marks":[{"type":"italic"}]}');
  expect(body).toContain('"href":"https://predial.puertoclaro.gov.co/pagar"');
  expect(body).not.toMatch(/google/);
  await page.context().close();
});

test('what comes from LibreOffice keeps its structure', async () => {
  const { outline, page } = await pasted(sample('libreoffice'));
  expect(outline).toEqual([
    'h2 Cómo pagar',
    'paragraph Quien pague a tiempo ahorra. Vea el portal del predial',
    'ol [Entre, Pague]',
    'table *Punto | *Horario / Centro | 7 a. m.',
  ]);
  await page.context().close();
});

test('what comes from a page of the web brings no script, no frame, no form and no false link', async () => {
  const { outline, body, page } = await pasted(sample('web'));
  expect(outline).toEqual([
    'h2 Noticia',
    'paragraph Vea esto y aquello, o llame.',
    'h4 Pequeño',
    'paragraph Suelto',
    'paragraph y dentro',
    'blockquote Dicho',
  ]);
  expect(body).not.toMatch(/javascript|alert|file:|evil|onload|iframe/);
  expect(body).toContain('tel:+576051234567');
  await scan(page);
  await page.context().close();
});

test('what nobody saw where it was copied does not come along', async () => {
  const { outline, page } = await pasted(
    [
      '<p>Se ve<span style="font-size: 0">, y esto no</span>.</p>',
      '<p style="color:red; display : none !important">Oculto.</p>',
      '<div hidden>Tampoco.</div>',
      '<p style="mso-hide:all">Ni lo de Word.</p>',
      '<p style="font-size:0.9em;opacity:0.8">Pequeño sí.</p>',
    ].join(''),
  );
  expect(outline).toEqual(['paragraph Se ve.', 'paragraph Pequeño sí.']);
  await page.context().close();
});
