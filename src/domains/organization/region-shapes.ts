import { readFileSync } from 'node:fs';

/** A region as a drawing: an SVG path. */
export interface RegionShape {
  readonly code: string;
  readonly path: string;
  /** Where its figure is written. */
  readonly x: number;
  readonly y: number;
}

export interface RegionMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly RegionShape[];
  /** Where the islands are drawn, larger and nearer than they lie; null when there are none. */
  readonly inset: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
}

type Point = readonly [number, number];
interface Geometry {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
  readonly properties: { readonly code: string; readonly name: string };
}
interface Topology {
  readonly arcs: readonly (readonly Point[])[];
  readonly transform: { readonly scale: Point; readonly translate: Point };
  readonly objects: Readonly<Record<'departments' | 'municipalities', { readonly geometries: readonly Geometry[] }>>;
}

const folder = new URL('../../../templates/geo/', import.meta.url);
const islands = '88';
const width = 620;
const drawn = new Map<string, RegionMap>();

/**
 * The country by departments or, with the code of one, that department by municipalities, simplified to the size of the drawing.
 * Borders are shared, so that simplifying opens no gaps (TopoJSON 1.0). Drawn once for each and kept.
 */
export function regionMap(department: string | null): RegionMap {
  const key = department ?? '';
  const kept = drawn.get(key);
  if (kept) return kept;
  const topology = JSON.parse(readFileSync(new URL('colombia.topojson', folder), 'utf8')) as Topology;
  const chosen = department
    ? topology.objects.municipalities.geometries.filter(({ properties }) => properties.code.startsWith(department))
    : topology.objects.departments.geometries;
  const map = draw(topology, chosen, department === null);
  drawn.set(key, map);
  return map;
}

function draw(topology: Topology, geometries: readonly Geometry[], whole: boolean): RegionMap {
  const arcs = new Map<number, readonly Point[]>();
  const arcOf = (index: number): readonly Point[] => {
    const at = index < 0 ? ~index : index;
    if (!arcs.has(at)) arcs.set(at, unfold(topology.arcs[at] ?? [], topology.transform));
    return index < 0 ? arcs.get(at)!.toReversed() : arcs.get(at)!;
  };
  const raw = geometries.map(({ properties, ...geometry }) => ({ code: properties.code, rings: ringsOf(geometry, arcOf) }));
  const land = raw.filter(({ code }) => !whole || code !== islands);
  const box = boxOf(land.flatMap(({ rings }) => rings));
  const scale = width / (box.right - box.left);
  const height = Math.ceil((box.bottom - box.top) * scale);
  const tolerance = 1.1 / scale;
  const simple = new Map<readonly Point[], readonly Point[]>();
  const at = ([x, y]: Point): Point => [(x - box.left) * scale, (y - box.top) * scale];
  const shapes = land.map(({ code, rings }) => shapeOf(code, rings, at, tolerance, simple));
  const away = raw.find(({ code }) => whole && code === islands);
  if (!away) return { width, height, shapes, inset: null };
  // The archipelago lies 700 km from the coast and is 30 km long: it is drawn larger, in a frame of its own.
  const inset = { x: 0, y: 0, width: 84, height: 110 };
  const own = boxOf(away.rings);
  const larger = Math.min((inset.width - 24) / (own.right - own.left), (inset.height - 24) / (own.bottom - own.top));
  const placed = ([x, y]: Point): Point => [12 + (x - own.left) * larger, 12 + (y - own.top) * larger];
  return { width, height, shapes: [...shapes, shapeOf(away.code, away.rings, placed, 1.1 / larger, simple)], inset };
}

/** Quantised differences as longitude and latitude, drawn upright: near the equator a degree is as wide as it is high. */
function unfold(arc: readonly Point[], { scale, translate }: Topology['transform']): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], -(y * scale[1] + translate[1])];
  });
}

type Arc = (index: number) => readonly Point[];
type Rings = readonly (readonly (readonly Point[])[])[];

/** Each ring as its arcs, so that a border shared by two is simplified once and alike. */
function ringsOf({ type, arcs }: Pick<Geometry, 'type' | 'arcs'>, arcOf: Arc): Rings {
  const polygons = (type === 'Polygon' ? [arcs] : arcs) as readonly (readonly (readonly number[])[])[];
  return polygons.flatMap((rings) => rings.map((ring) => ring.map(arcOf)));
}

function boxOf(rings: Rings) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of rings.flat(2) as Point[]) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function shapeOf(
  code: string,
  rings: Rings,
  place: (point: Point) => Point,
  tolerance: number,
  kept: Map<readonly Point[], readonly Point[]>,
): RegionShape {
  let largest: readonly Point[] = [];
  let area = 0;
  const parts = rings.flatMap((arcs) => {
    const ring = arcs.flatMap((arc) => simplified(arc, tolerance, kept)).map(place);
    const own = areaOf(ring);
    if (own > area) [largest, area] = [ring, own];
    return ring.length < 4 || own < 0.4 ? [] : [ring];
  });
  const [x, y] = middleOf(largest);
  const path = (parts.length > 0 ? parts : [largest])
    .map((ring) => `M${ring.map(([px, py]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}Z`)
    .join('');
  return { code, path, x, y };
}

/** Ramer, Douglas and Peucker: points nearer than the tolerance to the line between others go. */
function simplified(arc: readonly Point[], tolerance: number, kept: Map<readonly Point[], readonly Point[]>): readonly Point[] {
  const before = kept.get(arc);
  if (before) return before;
  const keep = new Uint8Array(arc.length);
  keep[0] = keep[arc.length - 1] = 1;
  const spans: [number, number][] = [[0, arc.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, away] = [-1, tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const far = distance(arc[at]!, arc[from]!, arc[to]!);
      if (far > away) [farthest, away] = [at, far];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    spans.push([from, farthest], [farthest, to]);
  }
  const simple = arc.filter((_, at) => keep[at] === 1);
  kept.set(arc, simple);
  return simple;
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const share = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

const areaOf = (ring: readonly Point[]): number =>
  Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length]![1] - y * ring[(at + 1) % ring.length]![0], 0)) / 2;

/** The middle of the widest stretch inside, at half the height: it lies inside whatever the shape is. */
function middleOf(ring: readonly Point[]): Point {
  const ys = ring.map(([, y]) => y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const crossings = ring
    .flatMap(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length]!;
      return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)];
    })
    .toSorted((one, other) => one - other);
  let [from, to] = [0, 0];
  for (let at = 0; at + 1 < crossings.length; at += 2)
    if (crossings[at + 1]! - crossings[at]! > to - from) [from, to] = [crossings[at]!, crossings[at + 1]!];
  return [(from + to) / 2, y];
}
