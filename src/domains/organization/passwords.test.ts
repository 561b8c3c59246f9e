import { expect, test } from 'vitest';
import { hashPassword, verifyPassword, weakness } from './passwords.ts';

const marcela = { name: 'Marcela Ospina', email: 'marcela.ospina@puertoclaro.gov.co' };

test('a password is kept as an Argon2id string and known again, however its accents were typed', async () => {
  const hash = await hashPassword('camión azul de mudanza');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword(hash, 'camión azul de mudanza')).toBe(true);
  expect(await verifyPassword(hash, 'camión azul de mudanz')).toBe(false);
});

test('the Argon2 reference string of another program is known too', async () => {
  // phc-winner-argon2 test vector: password "password", salt "somesalt", t=2, m=65536, p=1.
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword(reference, 'password')).toBe(true);
});

test("nobody's password is wrong whatever it is", async () => {
  expect(await verifyPassword(null, '')).toBe(false);
});

test.each([
  ['corta', 'password.short'],
  ['contraseña2026!', 'password.common'],
  ['Colombia*2026', 'password.common'],
  ['123456789012', 'password.common'],
  ['abcdefghijklm', 'password.common'],
  ['aaaaaaaaaaaaaa', 'password.common'],
  ['marcela.ospina', 'password.own_name'],
  ['Ospina1234567', 'password.own_name'],
  ['puertoclaro2026', 'password.own_name'],
])('%s may not be chosen: %s', (password, code) => {
  expect(weakness(password, marcela)?.refused).toBe(code);
});

test.each(['cuatro gatos cantan', 'Mz7-kQ2w-Hn4p', 'el faro se apaga a las 6', '🐟🌊⚓🚢🌅🦀🐚🌴🏝️⛵🐬🦈'])(
  '«%s» may be chosen',
  (password) => {
    expect(weakness(password, marcela)).toBeNull();
  },
);
