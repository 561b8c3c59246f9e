import { rename, writeFile } from 'node:fs/promises';
import { readConfig, type Config } from '#config';
import { forgetSealed } from '#domains/organization/index.ts';
import { system } from '#platform/ctx.ts';
import { openDatabase, transact, type Db } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { reactionNames } from '#platform/events/reactions.ts';
import { commandContext } from '#platform/events/tell.ts';
import { forgetMails } from '#platform/mail/outbox.ts';
import { changeKey } from '#platform/secrets/change-key.ts';
import { houseKey, keyFile, newKey, openVault } from '#platform/secrets/house-key.ts';
import { replaceKey } from '#platform/secrets/house-key.queries.ts';
import { vaultOf } from '#platform/secrets/vault.ts';
import { reactions, sealedColumns } from '#wiring';
import { BadArgument, command } from './command.ts';

await command(
  {
    name: 'key',
    help: `bin/key            muestra la llave de la casa, para guardarla aparte o darla a otros procesos en SECRET_KEY
bin/key --new      inventa una llave y la muestra; no cambia nada
bin/key --change   cierra todos los secretos con una llave nueva; después hay que abrir Pregón otra vez
bin/key --lost     la llave se perdió: quita los segundos factores y el texto de los correos, y sigue con la de esta máquina
Con ella se cierran las claves de los segundos factores y lo que dicen los correos. Sin ella una copia de bin/backup no los abre.`,
    options: { new: { type: 'boolean' }, change: { type: 'boolean' }, lost: { type: 'boolean' } },
  },
  async ({ values }) => {
    if (Object.keys(values).length > 1) throw new BadArgument('Pida una sola cosa cada vez.');
    if (values.new) return console.log(newKey());
    const config = readConfig();
    if (values.change) return inDatabase(config, (db) => change(db, config));
    if (values.lost) return inDatabase(config, (db) => forget(db, config));
    console.log(`${await houseKey(config)}\n${config.SECRET_KEY ? 'Viene de SECRET_KEY.' : `Está en ${keyFile(config.DATA_DIR)}.`}`);
  },
);

/** The new key is in its file before the database says so: one of both transactions failing leaves the old one in force. */
async function change(db: Db, config: Config): Promise<void> {
  const now = new Date();
  const from = await openVault(config, db, now);
  const key = newKey();
  const next = `${keyFile(config.DATA_DIR)}.next`;
  if (!config.SECRET_KEY) await writeFile(next, `${key}\n`, { mode: 0o600 });
  const changed = await changeKey(db, sealedColumns, from, vaultOf(key), now);
  if (!config.SECRET_KEY) await rename(next, keyFile(config.DATA_DIR));
  console.log(
    `${changed.toLocaleString('es-CO')} secretos cerrados con la llave nueva.${config.SECRET_KEY ? ` Póngala en SECRET_KEY de todos los procesos: ${key}` : ''}\nAbra Pregón otra vez: los procesos que siguen abiertos tienen la anterior.`,
  );
}

async function forget(db: Db, config: Config): Promise<void> {
  const now = new Date();
  const vault = vaultOf(await houseKey(config));
  const ctx = commandContext(db, system, now, reactionNames(reactions), vault);
  const { secondFactors } = await forgetSealed(ctx);
  const mails = await forgetMails(ctx);
  await replaceKey(db, vault.fingerprint, now);
  console.log(
    `Rige la llave de esta máquina. ${secondFactors.toLocaleString('es-CO')} personas entran sin segundo factor hasta que lo pongan otra vez; de ${mails.toLocaleString('es-CO')} correos ya no se lee el texto.`,
  );
}

async function inDatabase(config: Config, work: (db: Db) => Promise<void>): Promise<void> {
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded({ dataDir: config.DATA_DIR });
  try {
    const url = config.DATABASE_URL ?? embedded!.url;
    await migrate(url);
    const database = openDatabase(url, undefined, 2);
    try {
      await transact(database.primary, work);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}
