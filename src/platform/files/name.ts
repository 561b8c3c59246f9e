import type { Kind } from './kinds.ts';

const longest = 200;

// Names of devices, which Windows takes for no file whatever follows the point.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function extensionOf(name: string): string {
  return /\.([^./\\\s]{1,10})\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * A name that is safe to show and to offer for download: no folders, no control or direction characters, no characters
 * that Windows refuses, at most 200 long, ending with the extension of what the file is.
 */
export function cleanName(name: string, kind: Kind): string {
  const last = name.split(/[/\\]/).at(-1)!;
  const clean = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = extensionOf(clean);
  const ending = kind.extensions.includes(extension) ? extension : kind.extensions[0];
  const replaceable = kind.group === 'image' && /^(png|jpe?g|webp|avif|gif)$/.test(extension);
  const stem = (kind.extensions.includes(extension) || replaceable ? clean.slice(0, -extension.length - 1) : clean).trim() || 'archivo';
  const free = reserved.test(stem) ? `_${stem}` : stem;
  return `${[...free].slice(0, longest - ending.length - 1).join('')}.${ending}`;
}
