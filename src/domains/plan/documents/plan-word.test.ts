import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { zipContent, zipEntries } from '#platform/sheets/zip.ts';
import { accepted } from '#platform/refusal.ts';
import { contextOn, workingPlan } from '#test/support/working-plan.ts';
import { freshDatabase } from '#test/support/database.ts';
import { importPlan } from '../import.ts';
import { versionDocument } from '../reading.ts';
import { planTemplate } from '../templates.ts';
import { system } from '#platform/ctx.ts';
import { planWord } from './plan-word.ts';

let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const database = await freshDatabase();
  await workingPlan(database.primary);
  const ctx = contextOn(database.primary, system, '2026-11-22');
  const { version } = accepted(await importPlan(ctx, { bytes: new TextEncoder().encode((await planTemplate('ministerio-tic'))!) }));
  const document = await versionDocument(ctx, version);
  const rows = document.rows.map((row) => ({ ...row, answers: [row.personName, row.unitName].filter(Boolean).join(', ') }));
  const emblem = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#7b1e3a' } })
    .png()
    .toBuffer();
  const brand = { name: 'Alcaldía de Puerto Claro', colour: '#7b1e3a', emblem };
  parts = await unzipped(await planWord({ ...document, rows }, brand, 'es', ctx.now));
});

async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const file = new Blob([Uint8Array.from(bytes)]);
  const found = new Map<string, string>();
  for (const entry of (await zipEntries(file))!)
    if (/\.(xml|rels)$/.test(entry.name)) found.set(entry.name, await text(await zipContent(file, entry)));
  return found;
}

const body = () => parts.get('word/document.xml')!;
const styled = (style: string) => body().match(new RegExp(`<w:pStyle w:val="${style}"/>`, 'g'))?.length ?? 0;

describe('the plan as a Word document', () => {
  test('has headings, lists and tables as Word has them', () => {
    expect(styled('Heading1')).toBe(1);
    expect(styled('Heading2')).toBeGreaterThan(8);
    expect(styled('Heading5')).toBe(12);
    expect(styled('ListParagraph')).toBeGreaterThan(15);
    expect(body().match(/<w:tblHeader/g)!.length).toBe(styled('Caption'));
    expect(body()).toContain('Producción y edición de contenidos audiovisuales.');
  });

  test('has contents that lead to their places', () => {
    expect(body()).toMatch(/TOC [^<]*2-2/);
    const anchors = [...body().matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBeGreaterThan(8);
    expect(anchors.filter((anchor) => !body().includes(`w:name="${anchor}"`))).toEqual([]);
  });

  test('says its language, its title and what its emblem is, in the colour of the institution', () => {
    expect(parts.get('word/styles.xml')).toContain('w:val="es-CO"');
    expect(parts.get('word/styles.xml')).toContain('7B1E3A');
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:title>Plan/);
    expect(body()).toContain('Escudo de Alcaldía de Puerto Claro');
  });

  test('is XML that any reader takes, with no place named twice', () => {
    const names = [...body().matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const part of parts.values()) expect(part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });
});
