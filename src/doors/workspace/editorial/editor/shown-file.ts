/** A file of the library as the desk shows it. */
export interface ShownFile {
  /** assets.id */
  readonly id: number;
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly title: string;
  readonly alt: string;
  readonly credit: string;
  /** files.id */
  readonly file: string;
  readonly width: number | null;
  readonly height: number | null;
  /** files.id of its captions. */
  readonly captions: string | null;
}
