import type { Block, Body, Inline } from '../body.ts';

/** One story of a newsletter: a title that leads to it, and what it says, with whatever else stands under it. */
export interface Story {
  /** pieces.id of what it tells. */
  readonly piece: number;
  readonly headline: string;
  readonly href: string;
  readonly summary: string;
  /** Shown while it is the first. */
  readonly image: { readonly asset: number; readonly alt: string } | null;
  /** What somebody wrote under it besides. */
  readonly more: readonly Block[];
}

export interface NewsletterText {
  /** What stands before the first story. */
  readonly opening: readonly Block[];
  readonly stories: readonly Story[];
}

const part = /^story-(\d{1,15})(?:-(s|i))?$/;
const also = 'also';

/**
 * The stories of a newsletter's text, in their order. Its text is one like any other: a story is known by the ids of its blocks, so that
 * whatever is written around them in the editor stays where it is.
 */
export function readStories(body: Body): NewsletterText {
  const opening: Block[] = [];
  const stories: { piece: number; headline: string; href: string; summary: string; image: Story['image']; more: Block[] }[] = [];
  const pictures = new Map<number, Story['image']>();
  for (const block of body.content) {
    if (block.attrs.id === also) continue;
    const [, number, which] = part.exec(block.attrs.id) ?? [];
    const piece = Number(number);
    const last = stories.at(-1);
    if (number !== undefined && which === undefined && block.type === 'heading') {
      stories.push({ piece, headline: wordsOf(block.content), href: linkOf(block.content), summary: '', image: null, more: [] });
    } else if (which === 'i' && block.type === 'image') {
      pictures.set(piece, { asset: block.attrs.asset, alt: block.attrs.alt });
    } else if (which === 's' && block.type === 'paragraph' && last?.piece === piece && plainOnly(block.content)) {
      last.summary = wordsOf(block.content);
    } else {
      (last ? last.more : opening).push(block);
    }
  }
  return { opening, stories: stories.map((story) => ({ ...story, image: pictures.get(story.piece) ?? null })) };
}

/** The text again: the first story large and with its picture, the others below «También». */
export function writeStories({ opening, stories }: NewsletterText, others: string): Body {
  return {
    type: 'doc',
    content: [
      ...opening,
      ...stories.flatMap((story, at) => [
        ...(at === 1 ? [heading(also, 2, [{ type: 'text', text: others }])] : []),
        ...blocksOf(story, at === 0),
      ]),
    ],
  };
}

function blocksOf({ piece, headline, href, summary, image, more }: Story, first: boolean): Block[] {
  const id = `story-${piece}`;
  const title: Inline =
    href === '' ? { type: 'text', text: headline } : { type: 'text', text: headline, marks: [{ type: 'link', attrs: { href } }] };
  const picture: Block[] = first && image ? [{ type: 'image', attrs: { id: `${id}-i`, ...image, caption: '' } }] : [];
  const says: Block[] = summary === '' ? [] : [{ type: 'paragraph', attrs: { id: `${id}-s` }, content: [{ type: 'text', text: summary }] }];
  return [...picture, heading(id, first ? 2 : 3, [title]), ...says, ...more];
}

const heading = (id: string, level: 2 | 3, content: readonly Inline[]): Block => ({ type: 'heading', attrs: { id, level }, content });

const wordsOf = (content: readonly Inline[] | undefined) =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('');

const linkOf = (content: readonly Inline[] | undefined): string => {
  for (const node of content ?? [])
    if (node.type === 'text') for (const mark of node.marks ?? []) if (mark.type === 'link') return mark.attrs.href;
  return '';
};

/** What is written with marks is not taken apart by a form that knows only words. */
const plainOnly = (content: readonly Inline[] | undefined) =>
  (content ?? []).every((node) => node.type === 'text' && (node.marks ?? []).length === 0);

export const storyMoves = ['up', 'down', 'first', 'leave'] as const;
export type StoryMove = (typeof storyMoves)[number];

/** The stories with one of them moved or left out; what cannot be moved stays. */
export function moveStory(stories: readonly Story[], piece: number, move: StoryMove): Story[] {
  const at = stories.findIndex((one) => one.piece === piece);
  if (at < 0) return [...stories];
  const rest = stories.toSpliced(at, 1);
  if (move === 'leave') return rest;
  const to = move === 'first' ? 0 : move === 'up' ? Math.max(0, at - 1) : Math.min(rest.length, at + 1);
  return rest.toSpliced(to, 0, stories[at]!);
}
