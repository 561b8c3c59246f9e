import type { Ctx } from '#platform/ctx.ts';

/** What a screen shows at one time: one idea, said in few words. */
export interface Slide {
  readonly kind: 'words' | 'picture' | 'film' | 'agenda' | 'figure' | 'clock';
  readonly title: string;
  /** What it belongs to, such as `piece:7`; empty for the clock. Proof of play is told under it. */
  readonly source: string;
  /** A line above the title. */
  readonly kicker?: string;
  readonly lead?: string;
  /** What is said larger than all else, such as «78 %». */
  readonly huge?: string;
  readonly rows?: readonly SlideRow[];
  readonly picture?: { readonly file: string; readonly rendition: string | null; readonly alt: string };
  /** Where more is read: written out, and as a code to point a camera at. */
  readonly address?: string;
  /** What pointing at the code is good for, such as «Busque su puesto». */
  readonly call?: string;
  /** After it nothing of this is shown, also by a screen without network. */
  readonly expiresAt?: Date;
}

export interface SlideRow {
  readonly term: string;
  readonly says: string;
  /** When it is over: an agenda off line leaves out what has passed. */
  readonly until?: Date;
}

/** Whom a slide is for: `open` when people from outside pass by. */
export interface SlideAudience {
  readonly open: boolean;
  /** What addresses begin with, `https://…`. */
  readonly origin: string;
}

/** A sort of slide that another domain supplies; screens know neither assets, nor agendas, nor figures. */
export interface SlideSource {
  readonly kind: 'asset' | 'agenda' | 'figure';
  /** What may be chosen, with its name; where there is only one, its `ref` is empty. */
  readonly choices: (ctx: Ctx) => Promise<readonly { readonly ref: string; readonly name: string }[]>;
  /** What one is called; null when there is none, or not to be shown on screens. */
  readonly nameOf: (ctx: Ctx, ref: string) => Promise<string | null>;
  /** The slide as it stands now; null when there is nothing to show. */
  readonly draw: (ctx: Ctx, ref: string, audience: SlideAudience) => Promise<Slide | null>;
}
