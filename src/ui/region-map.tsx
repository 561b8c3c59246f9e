import { Link } from 'react-router';

export interface MappedRegion {
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** What it says to who points at it or hears it: «Córdoba: 12 piezas». */
  readonly says: string;
  /** Where it opens. */
  readonly to?: string | undefined;
}

interface Props {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly MappedRegion[];
  readonly inset?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** The drawing in words; its table stands beside it. */
  readonly label: string;
}

/** A map of figures by region: four shades, and the figure itself written where there is room. */
export function RegionMap({ width, height, regions, inset, label }: Props) {
  const most = Math.max(1, ...regions.map(({ value }) => value));
  return (
    <svg className="region-map" viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="group" aria-label={label}>
      {inset && <rect x={inset.x} y={inset.y} width={inset.width} height={inset.height} className="inset" />}
      {regions.map((region) => (
        <Shape key={region.code} region={region} level={levelOf(region.value, most)} />
      ))}
      {regions.map(
        ({ code, x, y, value }) =>
          value > 0 && (
            <text key={code} x={x.toFixed(1)} y={y.toFixed(1)} aria-hidden="true">
              {value}
            </text>
          ),
      )}
    </svg>
  );
}

function Shape({ region: { path, says, to }, level }: { region: MappedRegion; level: number }) {
  const shape = (
    <path d={path} data-level={level}>
      <title>{says}</title>
    </path>
  );
  return to ? (
    <Link to={to} aria-label={says} preventScrollReset>
      {shape}
    </Link>
  ) : (
    shape
  );
}

/** 0 for none; then four steps, each three times the one before, so that a capital does not leave all others pale. */
export function levelOf(value: number, most: number): number {
  if (value <= 0) return 0;
  const share = value / most;
  return share > 1 / 3 ? 4 : share > 1 / 9 ? 3 : share > 1 / 27 ? 2 : 1;
}
