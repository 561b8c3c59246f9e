import type { Face } from '#platform/pdf/faces.ts';

interface At {
  readonly x: number;
  readonly y: number;
}

/** One thing on paper; measures in points from the upper left corner, `y` of a text is its baseline. */
export type Mark =
  | (At & { readonly is: 'text'; readonly text: string; readonly face: Face; readonly size: number; readonly colour: string })
  | (At & { readonly is: 'fill'; readonly width: number; readonly height: number; readonly colour: string; readonly round?: number })
  | (At & { readonly is: 'picture' | 'emblem'; readonly width: number; readonly height: number })
  | (At & { readonly is: 'code'; readonly side: number });

/** What belongs together for whoever hears a page instead of seeing it: the element of the PDF's structure. */
export interface Part {
  readonly as: 'H1' | 'H2' | 'P' | 'LI' | 'Figure' | 'Artifact';
  readonly alt?: string;
  readonly marks: readonly Mark[];
}

export interface Leaf {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
}

/** A picture and the point that stays in view, in hundredths; `whole`: it is not cut, but stands within its place. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly focalX: number;
  readonly focalY: number;
  readonly whole: boolean;
}

interface Box extends At {
  readonly width: number;
  readonly height: number;
}

/** Which part of a picture a place of these measures shows, in pixels of the picture: as much as fits, around its focal point. */
export function cropOf({ width, height, focalX, focalY }: Placed, place: { readonly width: number; readonly height: number }): Box {
  const scale = Math.min(width / place.width, height / place.height);
  const [shownWidth, shownHeight] = [place.width * scale, place.height * scale];
  const start = (whole: number, shown: number, focal: number) => Math.max(0, Math.min(whole - shown, (whole * focal) / 100 - shown / 2));
  return { x: start(width, shownWidth, focalX), y: start(height, shownHeight, focalY), width: shownWidth, height: shownHeight };
}

/** Where a whole picture stands within its place, in the place's own measure. */
export function withinOf({ width, height }: Placed, place: Box): Box {
  const scale = Math.min(place.width / width, place.height / height);
  const [w, h] = [width * scale, height * scale];
  return { x: place.x + (place.width - w) / 2, y: place.y + (place.height - h) / 2, width: w, height: h };
}
