import { expect, test } from 'vitest';
import { pieces } from './rich.ts';

test('a sentence parts into text, loud figures and links', () => {
  expect(pieces('El plan va en **78 %**. Lo retrasa la [comunicación interna](#interna).')).toEqual([
    { kind: 'text', text: 'El plan va en ' },
    { kind: 'figure', text: '78 %' },
    { kind: 'text', text: '. Lo retrasa la ' },
    { kind: 'link', text: 'comunicación interna', href: '#interna' },
    { kind: 'text', text: '.' },
  ]);
});

test('marks that do not close stay as they are', () => {
  expect(pieces('a ** b [c')).toEqual([{ kind: 'text', text: 'a ** b [c' }]);
});
