import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, settingNames } from '#config';

test('every setting is documented, and nothing else is', async () => {
  const page = await readFile('docs/operations/settings.md', 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual([...settingNames].sort());
});

test('no setting is needed', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', PROCESS: 'all' });
});

test('a wrong setting is refused with its name and advice', () => {
  expect(() => readConfig({ PORT: 'ochenta', SMTP_URL: 'correo' })).toThrow(ConfigError);
  expect(() => readConfig({ PORT: 'ochenta' })).toThrow(/PORT debe ser un número de puerto/);
  expect(() => readConfig({ S3_BUCKET: 'pregon' })).toThrow(/S3_ACCESS_KEY_ID/);
  expect(() => readConfig({ PROCESS: 'web' })).toThrow(/DATABASE_URL/);
});
