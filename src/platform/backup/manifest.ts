import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { contentOf, DamagedArchive, type ArchiveWriter, type Found } from './archive.ts';

const count = z.number().int().nonnegative();
const entry = { name: z.string(), size: count, sha256: z.string() };

const shape = z.object({
  format: z.literal(1),
  program: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** Partitions may have been made after migrating. */
  partitions: z.array(z.object({ name: z.string(), parent: z.string(), bound: z.string() })),
  tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()), rows: count, ...entry })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(z.object({ key: z.string(), ...entry })),
  /** Files that rows name and the store did not have, or had changed. */
  lost: z.array(z.string()),
});

/** What an archive holds and how it must look: the last thing written and the first thing read. */
export type Manifest = z.output<typeof shape>;

const name = 'manifest.json';
const sealName = 'manifest.sha256';

export async function writeManifest(archive: ArchiveWriter, manifest: Manifest): Promise<void> {
  const { sha256 } = await archive.add(name, [Buffer.from(JSON.stringify(manifest, null, 1))]);
  await archive.add(sealName, [Buffer.from(sha256)]);
}

/** @throws DamagedArchive */
export async function readManifest(path: string, found: ReadonlyMap<string, Found>): Promise<Manifest> {
  const [manifest, seal] = [found.get(name), found.get(sealName)];
  if (!manifest || !seal) throw new DamagedArchive('El archivo no es una copia de Pregón, o está dañado. No se tocó nada.');
  const bytes = await buffer(contentOf(path, manifest));
  if (createHash('sha256').update(bytes).digest('hex') !== (await buffer(contentOf(path, seal))).toString()) throw changed(name);
  const parsed = shape.safeParse(JSON.parse(bytes.toString()));
  if (!parsed.success)
    throw new DamagedArchive('La copia es de una versión más nueva de Pregón. Instale esa versión y restáurela con ella; no se tocó nada.');
  return parsed.data;
}

/** Reads every content once and compares it with what was written. @throws DamagedArchive */
export async function verifyContents(path: string, manifest: Manifest, found: ReadonlyMap<string, Found>): Promise<void> {
  for (const { name: entryName, size, sha256 } of [...manifest.tables, ...manifest.files]) {
    const there = found.get(entryName);
    if (!there || there.size !== size) throw changed(entryName);
    const hash = createHash('sha256');
    for await (const chunk of contentOf(path, there)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== sha256) throw changed(entryName);
  }
}

const changed = (what: string) =>
  new DamagedArchive(`La copia está dañada: «${what}» no es lo que se guardó. Use otra copia; no se tocó nada.`);
