import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { endpoints } from '#doors/api/endpoints.ts';
import { openApi } from '#doors/api/openapi.ts';
import { policy } from '#wiring';

const document = openApi(endpoints, policy);

test('every route of the API is in its OpenAPI document, and nothing else is', () => {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
  expect(documented.toSorted()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
});

test('every parameter of an address is a field of its input', () => {
  for (const { path, input } of endpoints) {
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(Object.keys(input?.shape ?? {}), path).toContain(name);
  }
});

test('every route needs an action of the policy, and says what it does', () => {
  for (const { path, action, says } of endpoints) {
    expect(policy[action], `${path} ${action}`).toBeDefined();
    expect(says).toMatch(/\.$/);
  }
});

test('every answer is closed: it says its fields, and no other may come', () => {
  const open: string[] = [];
  const look = (schema: unknown, at: string): void => {
    if (Array.isArray(schema)) return schema.forEach((one, index) => look(one, `${at}/${index}`));
    if (typeof schema !== 'object' || schema === null) return;
    const { type, properties, additionalProperties } = schema as Record<string, unknown>;
    if (type === 'object' && properties && additionalProperties !== false) open.push(at);
    for (const [name, inner] of Object.entries(schema)) look(inner, `${at}/${name}`);
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const { responses } = operation as { responses: Record<string, { content?: { 'application/json'?: { schema: object } } }> };
      const schema = (responses['200'] ?? responses['201'])?.content?.['application/json']?.schema;
      look(schema, `${method} ${path}`);
    }
  }
  look(document.components.schemas, 'components');
  expect(open.filter((at) => !at.startsWith('components/Error'))).toEqual([]);
});

test('every endpoint says what it answers, and every shape that it names is in the document', () => {
  const names = Object.keys(document.components.schemas);
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  expect(JSON.stringify(document)).not.toContain('$defs');
  const silent = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => {
        const { responses } = operation as { responses: Record<string, { content?: { 'application/json'?: { schema: object } } }> };
        const schema = (responses['200'] ?? responses['201'])?.content?.['application/json']?.schema;
        return !responses['204'] && Object.keys(schema ?? {}).length === 0;
      })
      .map(([method]) => `${method} ${path}`),
  );
  expect(silent).toEqual([]);
});

test('operations have names of their own', () => {
  const names = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(names).size).toBe(names.length);
});

test('the answers of every table of endpoints are held to what they say', async () => {
  const read = (name: string) => readFile(`src/doors/api/${name}`, 'utf8');
  const tables = [...(await read('endpoints.ts')).matchAll(/\.\.\.(\w+Endpoints)/g)].map(([, table]) => table!);
  const tests = (await readdir('src/doors/api')).filter((name) => name.endsWith('answers.test.ts'));
  // Each of them ends by saying which tables it held whole.
  const held = (await Promise.all(tests.map(read))).map((text) => text.slice(text.lastIndexOf('test(')));
  expect(tables.filter((table) => !held.some((text) => text.includes(table)))).toEqual([]);
});
