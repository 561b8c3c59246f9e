import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '#config';
import { CannotBackUp, takeBackup } from '#platform/backup/backup.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { openFiles } from '#platform/files/open.ts';
import { BadArgument, command } from './command.ts';

await command(
  {
    name: 'backup',
    help: `bin/backup [ARCHIVO]    copia la base y los archivos en uno solo, que es un .tar; se puede hacer con Pregón abierto
                        sin ARCHIVO: pregon-AAAA-MM-DD-HHMM.tar en esta carpeta
Contiene datos personales: guárdelo como tal. Se devuelve con bin/restore ARCHIVO.
No copia la cola de trabajos: Pregón la hace de nuevo, y lo que debe está en sus tablas.`,
    positionals: true,
  },
  async ({ positionals }) => {
    if (positionals.length > 1) throw new BadArgument('Es un solo archivo: bin/backup copia.tar');
    const now = new Date();
    const path = resolve(positionals[0] ?? `pregon-${now.toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.tar`);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      throw new CannotBackUp(`Ya existe ${path}. Dé otro nombre, para no perder esa copia.`);
    const config = readConfig();
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
    try {
      const taken = await takeBackup({
        url: config.DATABASE_URL ?? embedded!.url,
        files: await openFiles(config),
        path,
        program: version,
        now,
      });
      console.log(
        `${path}: ${count(taken.tables)} tablas, ${count(taken.rows)} filas, ${count(taken.files)} archivos, ${count(Math.ceil(taken.size / 1024))} kB.`,
      );
      if (taken.lost.length === 0) return 0;
      console.error(
        `El almacén no tenía, o tenía dañados, ${count(taken.lost.length)} archivos que la base nombra; lo demás está copiado:\n${taken.lost.join('\n')}`,
      );
      return 1;
    } finally {
      await embedded?.stop();
    }
  },
);

function count(number: number): string {
  return number.toLocaleString('es-CO');
}
