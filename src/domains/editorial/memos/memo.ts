import type { InformationClass } from '../piece.ts';

export const memoKinds = ['memo', 'circular'] as const;
export type MemoKind = (typeof memoKinds)[number];

export const isMemoKind = (kind: string): kind is MemoKind => (memoKinds as readonly string[]).includes(kind);

/** `void`: its signature ended before it went out; `replaced`: a later one of the same piece took its place. */
export const memoStates = ['signed', 'sent', 'void', 'replaced', 'withdrawn'] as const;
export type MemoState = (typeof memoStates)[number];

/** How somebody was reached: he said so himself, or somebody noted it from a sheet or before a screen. */
export const readingMeans = ['intranet', 'print', 'screen'] as const;
export type ReadingMeans = (typeof readingMeans)[number];

/** To whom it goes: these dependencies (none: all), with those below, and of them only the heads. */
export interface Addressed {
  readonly units: readonly number[];
  readonly below: boolean;
  readonly headsOnly: boolean;
}

/** A memo or circular that its head signed: a document with its number, for ever. */
export interface Memo extends Addressed {
  readonly id: number;
  readonly piece: number;
  readonly version: number;
  readonly sha256: string;
  readonly kind: MemoKind;
  readonly class: InformationClass;
  readonly series: number;
  readonly year: number;
  readonly number: number;
  /** «Circular 014 de 2026» */
  readonly label: string;
  readonly title: string;
  readonly unit: number;
  readonly unitName: string;
  readonly signedBy: string;
  readonly signedName: string;
  readonly post: string;
  readonly actingFor: string | null;
  readonly actingForName: string | null;
  readonly means: 'app' | 'paper' | 'passkey';
  readonly signedAt: Date;
  readonly seal: string;
  readonly code: string;
  readonly remindAfter: number;
  readonly remindTimes: number;
  readonly state: MemoState;
  readonly sentAt: Date | null;
  readonly recipients: number;
  readonly remindOn: string | null;
  readonly reminded: number;
  readonly endedAt: Date | null;
  readonly reason: string;
}

/** The live topic of one memo: what is read of it. */
export const memoTopic = (id: number): string => `memo:${id}`;

/** A code as it is printed: in fours. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

export const verifyPath = (code: string): string => `/verify/${spacedCode(code)}`;
