import type { Channel } from '#domains/channels/index.ts';
import type { Sheet } from './prints/print.ts';

/** One field of a kind beyond title and text. `asset` holds `{asset, alt}`; the others hold text. */
export interface KindField {
  readonly code: string;
  readonly type: 'line' | 'text' | 'day' | 'moment' | 'number' | 'address' | 'image' | 'video' | 'audio' | 'document' | 'choice';
  readonly required?: boolean;
  readonly maximum?: number;
  readonly options?: readonly string[];
}

export const checks = [
  'missing_field',
  'alt_text',
  'captions',
  'transcript',
  'heading_order',
  'link_text',
  'long_sentence',
  'readability',
  'passive',
  'jargon',
  'unsourced_figure',
  'class',
  'personal_data',
  'officials',
  'slogans',
  'image_rights',
  'length',
  'candidates',
] as const;
export type Check = (typeof checks)[number];

export const reviewSteps = ['editor', 'unit', 'legal', 'planning', 'spokesperson', 'approval'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** What a piece may be, as data: its name is `editorial.kind.<code>`, a field's `editorial.field.<code>`. */
export interface Kind {
  readonly code: string;
  readonly group: 'press' | 'news' | 'audiovisual' | 'guide' | 'internal' | 'print' | 'social';
  readonly fields: readonly KindField[];
  /** Checks that stop it from being submitted; every other warns. */
  readonly blocks: readonly Check[];
  /** Its review, in order; steps of one list go side by side. Approval always comes last. */
  readonly review: readonly (readonly ReviewStep[])[];
  /** The means by which it may go out. */
  readonly means: readonly ('portal' | 'intranet' | 'mail' | 'screen' | 'by_hand')[];
  /** The sheets of paper on which it may be printed, the usual one first. */
  readonly prints: readonly Sheet[];
  /** Longest text in words that is still read, or null. */
  readonly words: number | null;
  /** What it counts as besides itself (metrics). */
  readonly counts: readonly (
    | 'release'
    | 'audiovisual'
    | 'bulletin'
    | 'news'
    | 'story'
    | 'infographic'
    | 'tutorial'
    | 'newsletter'
    | 'guide'
    | 'service'
  )[];
}

/** Whether what is of a kind may go by a channel: by its means, or printed, or told. */
export function goesBy({ means, prints }: Kind, channel: Pick<Channel, 'means' | 'mode' | 'public'>): boolean {
  // A notice leads to the page: whatever has one.
  if (channel.means === 'push') return means.includes(channel.public ? 'portal' : 'intranet');
  return means.includes(channel.means) || (channel.means === 'by_hand' && channel.mode === 'offline' && prints.length > 0);
}
