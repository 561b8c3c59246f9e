import type { Block } from '../body.ts';
import { at, type ContentCheck, type Found, type Known, type Subject } from './checked.ts';
import { childrenOf } from './alt-text.ts';

/** WCAG 2.2, 1.2.2: what is said in a video is also written under it. */
export const captions: ContentCheck = {
  check: 'captions',
  look: (subject, known) => ({
    found: media(subject, known)
      .filter(({ asset }) => asset.kind === 'video' && !asset.captions)
      .map(({ block, asset }) => at(block, '', 'missing', { title: asset.title })),
  }),
};

/** WCAG 2.2, 1.2.1: what is only heard can also be read. */
export const transcript: ContentCheck = {
  check: 'transcript',
  look: (subject, known) => ({
    found: media(subject, known).flatMap(({ block, asset }): Found[] =>
      asset.transcript ? [] : [at(block, '', asset.kind === 'video' ? 'missing_video' : 'missing', { title: asset.title })],
    ),
  }),
};

function media({ fields, body }: Subject, { assets }: Known) {
  const placed: { block: string; id: number }[] = [];
  for (const [code, value] of Object.entries(fields))
    if (typeof value !== 'string') placed.push({ block: `fields.${code}`, id: value.asset });
  const look = (block: Block, top: string): void => {
    if (block.type === 'video' || block.type === 'audio') placed.push({ block: top, id: block.attrs.asset });
    else for (const child of childrenOf(block)) look(child, top);
  };
  for (const block of body.content) look(block, block.attrs.id);
  return placed.flatMap(({ block, id }) => {
    const asset = assets.get(id);
    return asset && (asset.kind === 'video' || asset.kind === 'audio') ? [{ block, asset }] : [];
  });
}
