import { describe, expect, test } from 'vitest';
import { BrokenLetter, brokenHole, cut, fill, type Letter, type PersonalValues } from './letter.ts';

const nobody: PersonalValues = {
  name: '',
  first_name: '',
  organization: '',
  unit: '',
  region: '',
  preferences: '',
  one_click: '',
  view: '',
};
const letter = (subject: string, html = subject, text = subject): Letter => ({ subject, html, text, language: 'es' });

describe('a hole', () => {
  test('takes what is known of the contact, and otherwise its fallback', () => {
    const hello = letter('Hola, {{first_name|vecino}}');
    expect(fill(hello, { ...nobody, first_name: 'Rosa' }).subject).toBe('Hola, Rosa');
    expect(fill(hello, nobody).text).toBe('Hola, vecino');
  });

  test('is escaped in HTML and plain elsewhere', () => {
    const one = fill(letter('{{name}}'), { ...nobody, name: 'Pérez & <b>Hijos</b>' });
    expect(one.html).toBe('Pérez &amp; &lt;b&gt;Hijos&lt;/b&gt;');
    expect(one.text).toBe('Pérez & <b>Hijos</b>');
  });

  test('cannot begin another header', () => {
    const one = fill(letter('Para {{name}}'), { ...nobody, name: 'Ana\r\nBcc: otra@example.org\u2028' });
    expect(one.subject).toBe('Para Ana Bcc: otra@example.org');
  });

  test('that stays empty without a fallback breaks the letter of this contact, and says which', () => {
    expect(() => fill(letter('De {{organization}}'), nobody)).toThrow(new BrokenLetter('organization'));
    expect(fill(letter('De {{organization|}}'), nobody).subject).toBe('De ');
  });

  test('does not fill what a contact writes as if it were a hole', () => {
    expect(fill(letter('{{name}}'), { ...nobody, name: '{{one_click}}' }).text).toBe('{{one_click}}');
  });
});

test('a letter that is broken for everybody names the hole', () => {
  expect(brokenHole(letter('Hola {{nombre}}'))).toBe('nombre');
  expect(brokenHole(letter('Hola', 'Hola {{name'))).toBe('name');
  expect(brokenHole(letter('Hola {{name|}}'))).toBeNull();
});

test('what is the same for all stays in one run', () => {
  expect(cut('a {{ name | b }} c')).toEqual(['a ', { field: 'name', fallback: 'b' }, ' c']);
});
