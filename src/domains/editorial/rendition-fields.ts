import type { Channel } from '#domains/channels/index.ts';

/** One part of what a channel says in words of its own. */
export interface RenditionField {
  readonly code:
    | 'title'
    | 'lead'
    | 'greeting'
    | 'text'
    | 'call'
    | 'when'
    | 'where'
    | 'address'
    | 'x'
    | 'facebook'
    | 'instagram'
    | 'linkedin';
  readonly long: boolean;
  /** How many letters fit. */
  readonly limit: number;
}

const field = (code: RenditionField['code'], long: boolean, limit: number): RenditionField => ({ code, long, limit });

// A mail's subject and its first line as programs show them; what each network takes (their own help pages, 2026).
const byMeans: Readonly<Record<Exclude<Channel['means'], 'by_hand'>, readonly RenditionField[]>> = {
  portal: [field('title', false, 110), field('lead', true, 400)],
  intranet: [field('title', false, 110), field('lead', true, 400)],
  mail: [field('title', false, 78), field('lead', true, 140), field('greeting', false, 160), field('text', true, 4000)],
  // What telephones show without opening it.
  push: [field('title', false, 60), field('lead', true, 120)],
  // Twelve words for the voice and thirty for the slide; what points at its code, and where that leads.
  screen: [field('title', false, 80), field('lead', true, 140), field('call', false, 40), field('address', false, 120)],
};
const networks = [field('x', true, 280), field('facebook', true, 5000), field('instagram', true, 2200), field('linkedin', true, 3000)];
// On paper what counts is whether it fits (`prints/`); these only keep it from being another text.
const printed = [
  field('title', false, 90),
  field('lead', true, 280),
  field('text', true, 2400),
  field('call', false, 60),
  field('when', false, 80),
  field('where', false, 110),
  field('address', false, 160),
];

/** What a channel can say in other words than the piece itself. */
export function renditionFields({ means, mode }: Pick<Channel, 'means' | 'mode'>): readonly RenditionField[] {
  if (means !== 'by_hand') return byMeans[means];
  return mode === 'online' ? networks : printed;
}

/** How many letters a network counts: on X any address is 23, wherever it leads. */
export function lettersIn(code: RenditionField['code'], text: string): number {
  const counted = code === 'x' ? text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)) : text;
  return [...counted].length;
}

/** The words of a channel as the check of length sees them. */
export function measuredRendition(
  channel: Channel,
  said: unknown,
): { channel: string; name: RenditionField['code']; limit: number; letters: number }[] {
  if (typeof said !== 'object' || said === null) return [];
  return renditionFields(channel).flatMap(({ code, limit }) => {
    const text = (said as Record<string, unknown>)[code];
    if (typeof text !== 'string' || text === '') return [];
    return [{ channel: channel.code, name: code, limit, letters: lettersIn(code, text) }];
  });
}

/** By how many letters a channel's words do not fit; 0 when they do. */
export function overOf(channel: Channel, said: unknown): number {
  return Math.max(0, ...measuredRendition(channel, said).map(({ letters, limit }) => letters - limit));
}
