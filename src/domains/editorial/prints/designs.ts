import type { Sheet } from './print.ts';

/** Points at the sheet's own paper; on another they grow with it. `most` is how it is set when there is room, `least` its floor. */
interface Size {
  readonly most: number;
  readonly least: number;
}

export interface Design {
  /** The height of the paper for which the sizes are given. */
  readonly height: number;
  readonly margin: number;
  readonly title: Size;
  readonly lead: Size;
  readonly text: Size;
  /** Day and place. */
  readonly facts: number;
  readonly call: number;
  /** The name of the institution, above. */
  readonly name: number;
  /** The side of its code. */
  readonly code: number;
  /** Shares of the height that the picture has, if it can, and at least. */
  readonly picture: { readonly wanted: number; readonly least: number };
  /** Whether the text goes on a back of its own. */
  readonly back: boolean;
}

// A card is read from a metre, a poster from five; a leaflet in the hand (least: 8.5 points, as in a newspaper).
export const designs: Readonly<Record<Sheet, Design>> = {
  card: {
    height: 792,
    margin: 42,
    title: { most: 58, least: 30 },
    lead: { most: 21, least: 15 },
    text: { most: 16, least: 12 },
    facts: 19,
    call: 21,
    name: 14,
    code: 92,
    picture: { wanted: 0.3, least: 0.2 },
    back: false,
  },
  leaflet: {
    height: 612,
    margin: 30,
    title: { most: 36, least: 20 },
    lead: { most: 14.5, least: 10.5 },
    text: { most: 11.5, least: 8.5 },
    facts: 12.5,
    call: 13.5,
    name: 10,
    code: 66,
    picture: { wanted: 0.44, least: 0.25 },
    back: true,
  },
  poster: {
    height: 1224,
    margin: 54,
    title: { most: 118, least: 56 },
    lead: { most: 36, least: 22 },
    text: { most: 24, least: 18 },
    facts: 34,
    call: 36,
    name: 22,
    code: 150,
    picture: { wanted: 0.4, least: 0.26 },
    back: false,
  },
};
