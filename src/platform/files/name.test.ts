import { expect, test } from 'vitest';
import { kindOfExtension } from './kinds.ts';
import { cleanName } from './name.ts';

test.each([
  ['../../etc/Acta  de\tcomité.PDF', 'pdf', 'Acta decomité.pdf'],
  ['C:\\Usuarios\\Yenny\\plan.pdf', 'pdf', 'plan.pdf'],
  ['informe', 'pdf', 'informe.pdf'],
  ['foto.jpg', 'png', 'foto.png'],
  ['v1.2', 'pdf', 'v1.2.pdf'],
  ['\u202Efdp.exe.pdf', 'pdf', 'fdp.exe.pdf'],
  ['...', 'txt', 'archivo.txt'],
  ['🎉 fiesta.jpeg', 'jpg', '🎉 fiesta.jpeg'],
  ['ñ'.repeat(300) + '.pdf', 'pdf', 'ñ'.repeat(196) + '.pdf'],
])('%s as %s is %s', (name, extension, clean) => {
  expect(cleanName(name, kindOfExtension(extension)!)).toBe(clean);
});
