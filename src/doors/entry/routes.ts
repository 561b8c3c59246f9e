import type { Address } from '#platform/http/address.ts';

export const addresses: readonly Address[] = [
];
