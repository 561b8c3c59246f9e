import type { Day } from '#platform/clock/day.ts';
import type { ContentLine } from './piece.ts';

/** The picture that stands for a piece: in its page's head, in lists, where it is shared. */
export interface PublicationImage {
  readonly file: string;
  readonly src: string;
  readonly srcset: string | null;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Classes that say where it is cut. */
  readonly focus: string;
  readonly credit: string;
  /** Whether it is the piece's own, which its page shows above the text. */
  readonly plate?: boolean;
}

/** What the page shows of a piece that is out by one channel: approved, and nothing later. */
export interface Publication {
  readonly piece: number;
  readonly dispatch: number;
  readonly channel: string;
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
  readonly image: PublicationImage | null;
  readonly topic: string | null;
  readonly unit: number | null;
  readonly unitName: string | null;
  readonly campaign: number | null;
  /** Of a campaign that the portal shows; null otherwise. */
  readonly campaignCode: string | null;
  readonly campaignName: string | null;
  readonly line: ContentLine | null;
  readonly regions: readonly string[];
  readonly publishedAt: Date;
  /** When the same piece was put out again, changed. */
  readonly updatedAt: Date | null;
  readonly expiresOn: Day | null;
  readonly words: number;
}

/** By whom a piece was made, which its page says. */
export interface Made {
  readonly wrote: readonly string[];
  readonly approved: string | null;
  readonly position: string;
}

/** The same with its text, for its own page and for feeds. `html` was drawn by `body-html.ts` and is safe. */
export interface PublicationPage extends Publication {
  readonly html: string;
  readonly text: string;
  readonly made: Made | null;
  readonly media: readonly ('image' | 'video' | 'audio' | 'document')[];
  readonly state: 'out' | 'expired' | 'withdrawn' | 'replaced';
  readonly withdrawnAt: Date | null;
  readonly reason: string;
}

/** The portal's own channel: the one whose publications anybody reads at `/news`. */
export const portalChannel = 'pagina-web';
export const intranetChannel = 'intranet';
