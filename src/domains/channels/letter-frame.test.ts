import { expect, test } from 'vitest';
import { letterMark, letterTemplate } from '../../commands/letter-template.ts';
import { readFile } from 'node:fs/promises';
import { frameLetter, type Framed } from './letter-frame.ts';

const framed: Framed = {
  language: 'es',
  name: 'Puerto al día',
  house: 'Alcaldía de Puerto Claro',
  mark: ['n.º 94', '21 nov'],
  emblem: '/pictures/escudo',
  color: '#0943b5',
  title: 'Tres cosas cambian',
  preheader: 'El correo, el predial y el pico y placa.',
  lead: 'El correo, el predial y el pico y placa.',
  plate: null,
  greeting: 'Hola, {{first_name|vecino}}:',
  bodyHtml: '<p>Vea <a href="/news/predial">el predial</a>.</p>',
  button: { href: '/news/tres-cosas', says: 'Leer en el portal' },
  footHtml: '<a href="{{one_click}}">Salirme con un clic</a>',
  origin: 'https://puertoclaro.gov.co',
};

test('the template that leaves is made from its MJML as it stands: run bin/letters', async () => {
  expect((await readFile(letterTemplate.html, 'utf8')).split('\n')[0]).toBe(await letterMark());
});

test('a letter is whole: nothing of the template is left, and what it does not have leaves no trace', () => {
  const html = frameLetter(framed);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/\[\[|letter\.mjml|<!-- (if|end) /);
  expect(html).not.toContain('wide" style="font-size:0px;padding:4px');
  expect(html).toContain('n.º&nbsp;94<br>21&nbsp;nov');
  expect(frameLetter({ ...framed, emblem: null })).not.toContain('<img');
});

test('addresses of the house are whole, and holes stay holes', () => {
  const html = frameLetter(framed);
  expect(html).toContain('href="https://puertoclaro.gov.co/news/predial"');
  expect(html).toContain('src="https://puertoclaro.gov.co/pictures/escudo"');
  expect(html).toContain('href="https://puertoclaro.gov.co/news/tres-cosas"');
  expect(html).toContain('Hola, {{first_name|vecino}}:');
  expect(html).toContain('href="{{one_click}}"');
});

test('is in the colour of the institution, by day and by night', () => {
  expect(frameLetter(framed)).toContain('background:#0943b5');
  expect(frameLetter({ ...framed, color: '#ffd700' })).not.toMatch(/#b0000|#ffd700;color:#ffffff/);
});

test('what somebody wrote is words, never a place of the template or markup', () => {
  const html = frameLetter({ ...framed, title: '<b>[[foot]]</b>', lead: '/etc "href="/x' });
  expect(html).toContain('&lt;b&gt;[[foot]]&lt;/b&gt;');
  expect(html).toContain('/etc &quot;href=&quot;/x');
});
