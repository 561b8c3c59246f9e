import { readConfig } from '#config';
import { verifyAudit, type Fault } from '#domains/organization/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { BadArgument, command } from './command.ts';

await command(
  {
    name: 'audit',
    help: `bin/audit verify                  recalcula la cadena del registro de auditoría y dice qué fila se cambió, se quitó o se metió
bin/audit verify --head HUELLA    además comprueba que esa huella, guardada de una vez anterior, sigue en la cadena:
                                  así se ve también si alguien cortó el final
Termina con 0 si está íntegra y con 1 si no. Guarde fuera de esta máquina la última huella que imprime.`,
    options: { head: { type: 'string' } },
    positionals: true,
  },
  async ({ values, positionals }) => {
    if (positionals.length !== 1 || positionals[0] !== 'verify') throw new BadArgument('Diga qué hacer: bin/audit verify');
    const head = values.head as string | undefined;
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
      throw new BadArgument(`«${head}» no es una huella: son 64 cifras de 0 a 9 y de a a f.`);
    const config = readConfig();
    const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
    const database = openDatabase(config.DATABASE_URL ?? embedded!.url, undefined, 1);
    try {
      const verdict = await verifyAudit(database.primary, head);
      for (const fault of verdict.faults) console.error(sentence(fault));
      console.log(
        `${verdict.entries.toLocaleString('es-CO')} filas. ${verdict.faults.length === 0 ? 'La cadena está íntegra.' : 'La cadena NO está íntegra.'}`,
      );
      if (verdict.head) console.log(`Última huella: ${verdict.head}`);
      return verdict.faults.length === 0 ? 0 : 1;
    } finally {
      await database.close();
      await embedded?.stop();
    }
  },
);

function sentence(fault: Fault): string {
  switch (fault.kind) {
    case 'changed':
      return `La fila ${fault.entry} se cambió, o se cambió la huella de la que va antes.`;
    case 'inserted':
      return `La fila ${fault.entry} se metió sin pasar por la cadena.`;
    case 'removed':
      return fault.from === fault.to
        ? `Falta la fila del lugar ${fault.from} de la cadena.`
        : `Faltan las filas de los lugares ${fault.from} a ${fault.to} de la cadena.`;
    case 'cut':
      return `La huella ${fault.head} ya no está en la cadena: se cortó su final o se rehízo entera.`;
  }
}
