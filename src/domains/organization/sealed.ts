import type { SealedColumn } from '#platform/secrets/sealed-columns.queries.ts';

/** What organization keeps sealed (see `#platform/secrets/vault.ts`). */
export const organizationSealed: readonly SealedColumn[] = [
  { table: 'people', column: 'totp_secret', id: 'id', place: 'id' },
  { table: 'setup', column: 'code', id: 'id', place: 'id' },
];
