import { z } from 'zod';

/**
 * A figure as a person of the country writes it: 1.204.300, 58,5 or 58.5; a point before exactly three digits parts thousands.
 * From the API it comes as a number.
 */
export const figure = z.preprocess(
  (value) => (typeof value === 'string' ? read(value) : value),
  z.number('reading.not_a_number').gte(-1e15, 'reading.not_a_number').lte(1e15, 'reading.not_a_number'),
);

function read(text: string): number | undefined | string {
  const plain = text.trim().replace(/[\s  ]/g, '');
  if (plain === '') return undefined;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+([.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
  return text;
}
