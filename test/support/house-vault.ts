import { vaultOf } from '#platform/secrets/vault.ts';

/** The key that several processes of one test share. */
export const houseVault = vaultOf('the key of a house of tests, long enough');
