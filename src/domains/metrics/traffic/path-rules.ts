/** What part of a site the pages of a path are. */
export interface PathRule {
  /** `/tramites/*`: it and all below; `*` in another place is anything up to the next slash. */
  readonly path: string;
  readonly section: string;
}

/** The section of a site's first page, unless a rule says another. */
export const homeSection = 'home';

type Fits = (segments: readonly string[]) => boolean;

/** Rules made ready to ask thousands of paths a second: each costs as many steps as the path has letters, whatever the rule says. */
export function sectionsBy(rules: readonly PathRule[]): (path: string) => string {
  const ready = rules.map(({ path, section }) => [fits(path), section] as const);
  return (path) => {
    const segments = segmentsOf(path);
    for (const [fit, section] of ready) if (fit(segments)) return section;
    return segments.length === 0 ? homeSection : '';
  };
}

/** Without query, fragment, repeated or final slashes; in small letters and as it is read, not as it is encoded. */
function segmentsOf(path: string): string[] {
  return (path.split(/[?#]/, 1)[0] ?? '')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decoded(segment).normalize('NFC').toLowerCase());
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function fits(path: string): Fits {
  const wanted = segmentsOf(path);
  const below = wanted.at(-1) === '*';
  const own = (below ? wanted.slice(0, -1) : wanted).map(fitsSegment);
  return (segments) =>
    (below ? segments.length >= own.length : segments.length === own.length) && own.every((fit, at) => fit(segments[at]!));
}

/** The pieces between the stars come in their order, the first at the start and the last at the end. */
function fitsSegment(wanted: string): (segment: string) => boolean {
  const [first = '', ...others] = wanted.split('*');
  const last = others.pop();
  if (last === undefined) return (segment) => segment === wanted;
  return (segment) => {
    if (segment.length < first.length + last.length || !segment.startsWith(first) || !segment.endsWith(last)) return false;
    let at = first.length;
    for (const piece of others) {
      const found = segment.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= segment.length - last.length;
  };
}
