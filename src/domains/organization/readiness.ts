import { statfs } from 'node:fs/promises';
import type { Ctx } from '#platform/ctx.ts';
import type { App } from '#platform/http/visit.ts';
import { countRows } from './setup.queries.ts';

export interface Readiness {
  /** The folder of the embedded database, or null when it is another's. */
  readonly database: { readonly folder: string | null; readonly rows: number };
  /** In bytes; null when the folder does not say. */
  readonly freeDisk: number | null;
  readonly mailServer: boolean;
}

/** How this machine is before anything is set up: what the database, the disk and the settings say. */
export async function readiness(ctx: Ctx, { config }: Pick<App, 'config'>): Promise<Readiness> {
  const disk = await statfs(config.DATA_DIR).catch(() => null);
  return {
    database: { folder: config.DATABASE_URL ? null : config.DATA_DIR, rows: await countRows(ctx.db) },
    freeDisk: disk && disk.bavail * disk.bsize,
    mailServer: config.SMTP_URL !== undefined,
  };
}
