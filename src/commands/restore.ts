import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '#config';
import { restoreBackup } from '#platform/backup/restore.ts';
import { defaultZone } from '#platform/clock/zone.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { openFiles } from '#platform/files/open.ts';
import { BadArgument, command } from './command.ts';

await command(
  {
    name: 'restore',
    help: `bin/restore ARCHIVO             devuelve una copia de bin/backup a una base vacía, y la pone al día
bin/restore ARCHIVO --replace   reemplaza lo que la base y el almacén tienen por lo de la copia
Si algo falla, la base queda como estaba. Quien esté dentro de Pregón debe volver a cargar su página.`,
    options: { replace: { type: 'boolean' } },
    positionals: true,
  },
  async ({ values, positionals }) => {
    if (positionals.length !== 1) throw new BadArgument('Falta la copia, que es un solo archivo: bin/restore copia.tar');
    const path = resolve(positionals[0]!);
    if (
      !(await access(path).then(
        () => true,
        () => false,
      ))
    )
      throw new BadArgument(`No hay ningún archivo ${path}.`);
    const config = readConfig();
    const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
    try {
      const { takenAt, tables, rows, files, migrated, doubted } = await restoreBackup({
        url: config.DATABASE_URL ?? embedded!.url,
        files: await openFiles(config),
        path,
        replace: values.replace === true,
        say: (what) => console.log(`${what} …`),
      });
      const taken = new Date(takenAt).toLocaleString('es-CO', { timeZone: defaultZone, dateStyle: 'long', timeStyle: 'short' });
      console.log(
        `Devuelta la copia del ${taken}: ${tables} tablas, ${rows.toLocaleString('es-CO')} filas, ${files.toLocaleString('es-CO')} archivos.`,
      );
      if (doubted > 0)
        console.log(
          `${doubted.toLocaleString('es-CO')} correos esperaban salir cuando se hizo la copia. Pueden haber salido después: quedan con resultado desconocido y no se envían solos.`,
        );
      if (migrated.length > 0) console.log(`Puesta al día con ${migrated.join(', ')}.`);
    } finally {
      await embedded?.stop();
    }
  },
);
