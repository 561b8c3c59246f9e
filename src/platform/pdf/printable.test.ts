import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('Spanish passes as it is', () => {
  const text = '«Ñandú»: ¿100 %? — “sí”… n.º 5 € á\u00e9\u0069\u0301';
  expect(printable(text)).toBe(text.normalize('NFC'));
});

test('what the faces lack is written by its nearest', () => {
  expect(printable('a → b, x ≥ 3, Čapek')).toBe('a > b, x >= 3, Capek');
  expect(printable('Listo 👩‍👩‍👧 ya')).toBe('Listo · ya');
});
