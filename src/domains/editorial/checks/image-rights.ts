import type { Block } from '../body.ts';
import { childrenOf } from './alt-text.ts';
import { at, type ContentCheck, type Found, type Known } from './checked.ts';

/** Nobody's face without his leave, no child's without that of who answers for him (Ley 1581 of 2012, article 7), no licence run out. */
export const imageRights: ContentCheck = {
  check: 'image_rights',
  look: ({ fields, body, today }, known) => {
    const found: Found[] = [];
    for (const [code, value] of Object.entries(fields))
      if (typeof value !== 'string') found.push(...rights(known, `fields.${code}`, value.asset, today));
    const look = (block: Block, id: string): void => {
      if (block.type === 'image' || block.type === 'video' || block.type === 'audio' || block.type === 'file')
        found.push(...rights(known, id, block.attrs.asset, today));
      else if (block.type === 'gallery') for (const { asset } of block.attrs.images) found.push(...rights(known, id, asset, today));
      else for (const child of childrenOf(block)) look(child, id);
    };
    for (const block of body.content) look(block, block.attrs.id);
    return { found };
  },
};

function rights({ assets }: Known, block: string, id: number, today: string): Found[] {
  const asset = assets.get(id);
  if (!asset) return [at(block, '', 'unknown', { asset: id })];
  const facts = { title: asset.title };
  if (asset.withdrawn) return [at(block, '', 'withdrawn', facts)];
  return [
    ...(asset.expiresOn !== null && asset.expiresOn < today ? [at(block, '', 'expired', { ...facts, day: asset.expiresOn })] : []),
    ...(asset.minorsShown && !asset.guarded ? [at(block, '', 'minors', facts)] : []),
    ...(asset.peopleShown && !asset.released ? [at(block, '', 'people', facts)] : []),
  ];
}
