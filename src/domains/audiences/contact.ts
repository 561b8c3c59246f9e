import type { ContactKind } from './contacts.input.ts';

/** Somebody whom the institution speaks to. */
export interface Contact {
  readonly id: number;
  readonly kind: ContactKind;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organization: string;
  readonly language: 'es' | 'en';
  /** Its DIVIPOLA code. */
  readonly region: string | null;
  /** people.id, when he is of the house. */
  readonly person: string | null;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly employment: 'servant' | 'contractor' | null;
  readonly interests: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** What he agrees to now, by code. */
  readonly purposes: readonly string[];
  /** Nobody writes to his address. */
  readonly stopped: boolean;
  readonly importId: number | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

export const contactsTopic = 'contacts';

/** The names of what differs: the audit log says which fields changed, never what personal data they held. */
export function changedFields(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(after).filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}
