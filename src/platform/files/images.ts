import sharp, { type Sharp } from 'sharp';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { renditions, type RenditionName } from './files.ts';
import type { Kind } from './kinds.ts';

/** An image of few bytes may unfold to gigabytes («decompression bomb»); the largest cameras give 50 million pixels. */
const pixels = 60_000_000;

export interface Drawn {
  readonly path: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly type: string;
}
export interface Redrawn {
  readonly original: Drawn;
  readonly renditions: Readonly<Record<RenditionName, Drawn>>;
}

/**
 * Draws an image anew, upright and without metadata (place, camera, author), in its own format, and its renditions as WebP.
 * What is drawn lies in `folder`. Refuses `file.pixels` and `file.broken`.
 */
export async function redraw(path: string, kind: Kind, folder: string): Promise<Redrawn | Refusal> {
  const moves = kind.type === 'image/gif' || kind.type === 'image/webp';
  const open = (animated: boolean) =>
    sharp(path, { animated, limitInputPixels: pixels, failOn: 'error', sequentialRead: true }).autoOrient();
  try {
    const original = await draw(encode(open(moves), kind), `${folder}/original`, kind.type);
    const drawn: Partial<Record<RenditionName, Drawn>> = {};
    for (const [name, side] of Object.entries(renditions) as [RenditionName, number][]) {
      const smaller = open(false).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).webp({ quality: 80 });
      drawn[name] = await draw(smaller, `${folder}/${name}`, 'image/webp');
    }
    return { original, renditions: drawn as Record<RenditionName, Drawn> };
  } catch (cause) {
    if (String(cause).includes('exceeds pixel limit')) return refuse('file.pixels', { limit: pixels / 1_000_000 });
    if (isDisk(cause)) throw cause;
    return refuse('file.broken');
  }
}

function encode(image: Sharp, kind: Kind): Sharp {
  switch (kind.type) {
    case 'image/png':
      return image.png();
    case 'image/gif':
      return image.gif();
    case 'image/webp':
      return image.webp({ quality: 85 });
    case 'image/avif':
      return image.avif({ quality: 60, effort: 2 });
    default:
      return image.jpeg({ quality: 85 });
  }
}

async function draw(image: Sharp, path: string, type: string): Promise<Drawn> {
  const { size, width, height, pageHeight } = await image.toFile(path);
  return { path, size, width, height: pageHeight ?? height, type };
}

const isDisk = (cause: unknown) => /ENOSPC|No space left|EACCES|unable to open for write/.test(String(cause));
