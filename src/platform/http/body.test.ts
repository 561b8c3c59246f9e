import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#platform/refusal.ts';
import { bodyLimits, withForm, type BodyLimits } from './body.ts';
import type { Typed } from './form.ts';

let incoming: string;
beforeAll(async () => {
  incoming = await mkdtemp(join(tmpdir(), 'pregon-body-'));
});
afterAll(() => rm(incoming, { recursive: true }));

const post = (body: BodyInit, headers?: HeadersInit) =>
  new Request('http://house/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
const read = (request: Request, limits: Partial<BodyLimits> = {}) =>
  withForm(request, incoming, { ...bodyLimits, ...limits }, async (typed, refusal) => ({
    typed,
    refusal,
    contents: await contentsOf(typed),
  }));

async function contentsOf({ files }: Typed): Promise<string[]> {
  return Promise.all(
    Object.values(files)
      .flat()
      .map(async (file) => `${file.name} ${file.size} ${await text(file.content())}`),
  );
}

test('fields and files of a form, and nothing on the disk afterwards', async () => {
  const form = new FormData();
  form.append('title', 'Jornada de vacunación ✨');
  form.append('segment', 'a');
  form.append('segment', 'b');
  form.append('evidence', new File(['uno'], 'año «1».txt'));
  form.append('evidence', new File(['dos'], 'dos.txt'));
  form.append('empty', new File([], ''));
  const { typed, refusal, contents } = await read(post(form));
  expect(refusal).toBeNull();
  expect(typed.fields).toEqual({ title: 'Jornada de vacunación ✨', segment: ['a', 'b'] });
  expect(contents).toEqual(['año «1».txt 3 uno', 'dos.txt 3 dos']);
  expect(Object.keys(typed.files)).toEqual(['evidence']);
  expect(await readdir(incoming)).toEqual([]);
});

test('a form without files', async () => {
  const { typed } = await read(
    post(
      new URLSearchParams([
        ['name', 'Prensa & más'],
        ['role', 'a'],
        ['role', 'b'],
      ]),
    ),
  );
  expect(typed.fields).toEqual({ name: 'Prensa & más', role: ['a', 'b'] });
});

test('a body that is no form is left alone', async () => {
  expect((await read(post('{}', { 'content-type': 'application/json' }))).typed).toEqual({ fields: {}, files: {} });
});

test('reading stops at the limit of a file, and what was typed before it is kept', async () => {
  let given = 0;
  const head =
    '--b\r\ncontent-disposition: form-data; name="title"\r\n\r\nActa\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const endless = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    pull: (controller) => {
      given += 65_536;
      controller.enqueue(Buffer.alloc(65_536));
    },
  });
  const { typed, refusal } = await read(post(endless, { 'content-type': 'multipart/form-data; boundary=b' }), { file: 1024 * 1024 });
  expect(refusal).toEqual({ refused: 'file.too_big', details: { limit: 1 }, field: 'file' } satisfies Refusal);
  expect(typed).toEqual({ fields: { title: 'Acta' }, files: {} });
  expect(given).toBeLessThan(3 * 1024 * 1024);
  expect(await readdir(incoming)).toEqual([]);
});

const many = (count: number, make: (form: FormData, at: number) => void) => {
  const form = new FormData();
  for (let at = 0; at < count; at++) make(form, at);
  return form;
};

test.each([
  ['too many fields', many(201, (form, at) => form.append(`f${at}`, 'x')), 'form.too_long'],
  ['too much text in one field', many(1, (form) => form.append('f', 'x'.repeat(1_100_000))), 'form.too_long'],
  ['too much text in all', many(20, (form) => form.append('f', 'x'.repeat(60_000))), 'form.too_long'],
  ['too much text without files', new URLSearchParams({ f: 'x'.repeat(1_100_000) }), 'form.too_long'],
  ['too many files', many(21, (form, at) => form.append('f', new File(['x'], `${at}.txt`))), 'form.too_many_files'],
])('%s', async (_, body, code) => {
  expect((await read(post(body))).refusal).toMatchObject({ refused: code });
});

test.each([
  ['cut short', '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf', 'boundary=b'],
  ['without boundary', '--b--', ''],
  ['garbage', 'garbage', 'boundary=b'],
])('a form that arrives %s is refused, not a crash', async (_, body, boundary) => {
  expect((await read(post(body, { 'content-type': `multipart/form-data; ${boundary}` }))).refusal).toMatchObject({
    refused: 'form.broken',
  });
  expect(await readdir(incoming)).toEqual([]);
});

test('a sender who goes away in the middle of a file leaves nothing behind', async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (pulled++ > 3) controller.error(new Error('aborted'));
      else
        controller.enqueue(Buffer.from(pulled === 1 ? '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n' : 'more'));
    },
  });
  expect((await read(post(body, { 'content-type': 'multipart/form-data; boundary=b' }))).refusal).toMatchObject({ refused: 'form.broken' });
  expect(await readdir(incoming)).toEqual([]);
});

test('a name such as __proto__ is a name like any other', async () => {
  const { typed } = await read(
    post(
      new URLSearchParams([
        ['__proto__', 'x'],
        ['__proto__', 'y'],
      ]),
    ),
  );
  expect(Object.getPrototypeOf(typed.fields)).toBe(Object.prototype);
});
