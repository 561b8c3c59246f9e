import { deliverDue } from '#domains/channels/index.ts';
import { editorialCarriers, pieceSource } from '#domains/editorial/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { reactionNames } from '#platform/events/reactions.ts';
import { openLog } from '#platform/log/log.ts';
import { passingVault } from '#platform/secrets/vault.ts';
import { reactions } from '#wiring';

/**
 * A worker of its own that delivers what is due and stops in the middle: it has shown the piece and not said yet that it did. It says
 * «inside» and waits to be killed. `node test/support/halting-worker.ts DATABASE_URL NOW`
 */
const [url = '', now = ''] = process.argv.slice(2);
const halting = editorialCarriers.map((carrier) =>
  'within' in carrier
    ? {
        ...carrier,
        within: async (...given: Parameters<typeof carrier.within>) => {
          await carrier.within(...given);
          process.stdout.write('inside\n');
          return new Promise<never>(() => setInterval(() => undefined, 1000));
        },
      }
    : carrier,
);
await deliverDue(
  { database: openDatabase(url), log: openLog('silent'), clock: () => new Date(now), owed: reactionNames(reactions), vault: passingVault },
  { carriers: halting, sources: [pieceSource] },
);
