import { describe, expect, test } from 'vitest';
import { emptyBody, type Body } from '../body.ts';
import { moveStory, readStories, writeStories, type Story } from './newsletter-body.ts';

const story = (piece: number, more: Partial<Story> = {}): Story => ({
  piece,
  headline: `Historia ${piece}`,
  href: `/news/historia-${piece}`,
  summary: `Resumen ${piece}`,
  image: { asset: piece, alt: `Foto ${piece}` },
  more: [],
  ...more,
});
const order = (stories: readonly Story[]) => stories.map(({ piece }) => piece);

describe('the text of a newsletter', () => {
  test('is read back as it was written', () => {
    const stories = [story(7), story(9, { summary: '' }), story(3)];
    const read = readStories(writeStories({ opening: [], stories }, 'También'));
    expect(order(read.stories)).toEqual([7, 9, 3]);
    expect(read.stories[0]).toEqual(story(7));
    // Only the first shows its picture.
    expect(read.stories[2]!.image).toBeNull();
  });

  test('keeps what somebody wrote around the stories, and under one of them', () => {
    const paragraph = (id: string, text: string) => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] }) as const;
    const written = writeStories({ opening: [paragraph('p1', 'Vecinas y vecinos:')], stories: [story(7), story(9)] }, 'También');
    const body: Body = { type: 'doc', content: [...written.content, paragraph('p2', 'Hasta el otro mes.')] };
    const { opening, stories } = readStories(body);
    expect(opening).toEqual([paragraph('p1', 'Vecinas y vecinos:')]);
    expect(stories[1]!.more).toEqual([paragraph('p2', 'Hasta el otro mes.')]);
    expect(writeStories({ opening, stories: stories.toReversed() }, 'También').content.at(3)).toEqual(
      paragraph('p2', 'Hasta el otro mes.'),
    );
  });

  test('without stories says nothing', () => {
    expect(writeStories({ opening: [], stories: [] }, 'También')).toEqual(emptyBody);
    expect(readStories(emptyBody).stories).toEqual([]);
  });

  test('names what follows the first story', () => {
    const { content } = writeStories({ opening: [], stories: [story(1), story(2)] }, 'También');
    expect(content.map(({ attrs }) => attrs.id)).toEqual(['story-1-i', 'story-1', 'story-1-s', 'also', 'story-2', 'story-2-s']);
  });
});

test('a story moves up, down, to the front, or out', () => {
  const stories = [story(1), story(2), story(3)];
  expect(order(moveStory(stories, 3, 'up'))).toEqual([1, 3, 2]);
  expect(order(moveStory(stories, 1, 'down'))).toEqual([2, 1, 3]);
  expect(order(moveStory(stories, 3, 'first'))).toEqual([3, 1, 2]);
  expect(order(moveStory(stories, 2, 'leave'))).toEqual([1, 3]);
  expect(order(moveStory(stories, 1, 'up'))).toEqual([1, 2, 3]);
  expect(order(moveStory(stories, 9, 'leave'))).toEqual([1, 2, 3]);
});
