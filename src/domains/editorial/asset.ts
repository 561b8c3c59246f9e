import type { Day } from '#platform/clock/day.ts';

export const assetKinds = ['image', 'video', 'audio', 'document'] as const;
export type AssetKind = (typeof assetKinds)[number];

/** A file that belongs to an asset: its authorisation, its subtitles. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
}

export const attachments = ['release', 'guardian', 'captions'] as const;
export type Attachment = (typeof attachments)[number];

/** One thing of the library: a file with what must be known to use it. */
export interface Asset {
  readonly id: number;
  /** files.id; shown at `/files/<id>`, smaller at `/files/<id>/thumb`, `medium` and `large`. */
  readonly file: string;
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly kind: AssetKind;
  readonly title: string;
  /** What is seen, for whoever does not see it; each place may say it in its own words. */
  readonly alt: string;
  readonly credit: string;
  readonly licence: string;
  readonly expiresOn: Day | null;
  readonly tags: readonly string[];
  /** The point that stays in view when it is cut, in hundredths from the left and from the top. */
  readonly focalX: number;
  readonly focalY: number;
  readonly peopleShown: boolean;
  readonly minorsShown: boolean;
  /** The signed authorisation of who is seen, and that of a minor's representative. */
  readonly release: AttachedFile | null;
  readonly guardian: AttachedFile | null;
  readonly captions: AttachedFile | null;
  readonly transcript: string;
  readonly unit: number | null;
  readonly unitName: string | null;
  /** The piece within which it came. */
  readonly piece: number | null;
  readonly uploadedBy: string | null;
  readonly uploadedByName: string | null;
  readonly uploadedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string;
  /** How many pieces show it now. */
  readonly uses: number;
  /** Whether only who may read a classified or reserved piece may see it. */
  readonly secret: boolean;
  readonly revision: number;
}

export const assetTopic = (id: number): string => `asset:${id}`;

const mediaKinds: readonly (readonly [string, AssetKind])[] = [
  ['image/', 'image'],
  ['video/', 'video'],
  ['audio/', 'audio'],
];

export function assetKindOf(type: string): AssetKind {
  return mediaKinds.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'document';
}

/** «foto_plaza-mayor.JPG» → «Foto plaza mayor»: what a file is called when nobody said more. */
export function titleOfFile(name: string): string {
  const stem = name
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[_\s-]+/g, ' ')
    .trim();
  const title = stem === '' ? name : stem;
  return [...title.charAt(0).toUpperCase(), ...title.slice(1)].slice(0, 200).join('');
}
