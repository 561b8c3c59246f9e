import { readFileSync } from 'node:fs';
import { plain } from './people-rows.ts';

/** A department or a municipality of Colombia, by its DIVIPOLA code: two digits, or five that begin with the department's. */
export interface Region {
  readonly code: string;
  readonly name: string;
  /** What it is called where others may be called the same: «Buenavista (Córdoba)». */
  readonly fullName: string;
  readonly kind: 'department' | 'municipality';
  /** The code of the department it is, or lies in. */
  readonly department: string;
}

const folder = new URL('../../../templates/geo/', import.meta.url);

// Codes that older data carries, and what they are now (templates/geo/SOURCES.md).
const former: Readonly<Record<string, string>> = { '27086': '27493' };

interface Known {
  readonly all: readonly Region[];
  /** Their full names without accents or capitals, in the same order. */
  readonly folded: readonly string[];
  readonly byCode: ReadonlyMap<string, Region>;
  /** By every way of writing it; null when two are written so. */
  readonly byName: ReadonlyMap<string, Region | null>;
}

let known: Known | undefined;

/** Read once, when it is first asked for: 33 departments and 1,122 municipalities, those without a mayor of their own among them. */
function regions(): Known {
  if (known) return known;
  const all = readFileSync(new URL('divipola.csv', folder), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(cellsOf)
    .map(([code = '', name = '', kind, department = '', departmentName = '']): Region => {
      const isDepartment = kind === 'department';
      const fullName = isDepartment ? name : `${name} (${departmentName})`;
      return { code, name, fullName, kind: isDepartment ? 'department' : 'municipality', department };
    });
  const byName = new Map<string, Region | null>();
  for (const region of all) {
    const { kind, name, fullName } = region;
    byName.set(plain(fullName), region);
    // «Montería, Córdoba» is how it is said.
    if (kind === 'municipality') byName.set(plain(fullName.replace(/ \((.*)\)$/, ', $1')), region);
    const bare = plain(name);
    const other = byName.get(bare);
    // A department is meant before a municipality of the same name; of two municipalities, neither.
    if (other === undefined) byName.set(bare, region);
    else if (other?.kind !== 'department' && other !== region) byName.set(bare, kind === 'department' ? region : null);
  }
  return (known = {
    all,
    folded: all.map(({ fullName }) => plain(fullName)),
    byCode: new Map(all.map((region) => [region.code, region])),
    byName,
  });
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');

export function regionOf(code: string): Region | undefined {
  return regions().byCode.get(former[code] ?? code);
}

/** What a code is called, with its department when it is a municipality; a code that is none stays as it is. */
export const regionName = (code: string): string => regionOf(code)?.fullName ?? code;

/** What codes are called, for who shows them. */
export const namedRegions = (codes: readonly string[]): { code: string; name: string }[] =>
  codes.map((code) => ({ code, name: regionName(code) }));

export const departments = (): readonly Region[] => regions().all.filter(({ kind }) => kind === 'department');

export const municipalitiesOf = (department: string): readonly Region[] =>
  regions().all.filter((region) => region.kind === 'municipality' && region.department === department);

/** The regions whose name or code a text begins or holds, in any order of its words: those that begin with it first. */
export function findRegions(text: string, limit = 12): Region[] {
  const words = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const { all, folded } = regions();
  const rank = (region: Region, name: string): number => {
    if (region.code === words[0]) return 0;
    if (!words.every((word) => name.includes(word) || region.code.startsWith(word))) return -1;
    return name.startsWith(words[0]!)
      ? region.kind === 'department'
        ? 1
        : 2
      : name.split(/\W+/).some((part) => part.startsWith(words[0]!))
        ? 3
        : 4;
  };
  return all
    .map((region, at) => ({ region, rank: rank(region, folded[at]!) }))
    .filter((found) => found.rank >= 0)
    .toSorted((one, other) => one.rank - other.rank || one.region.fullName.localeCompare(other.region.fullName, 'es'))
    .slice(0, limit)
    .map(({ region }) => region);
}

/**
 * The codes that people or forms said, as codes or as names parted by semicolons, lines or commas: «23001», «Montería»,
 * «Buenavista (Córdoba)»; `unknown` is the first that is none, or that is the name of several.
 */
export function readRegions(said: readonly string[]): { codes: string[]; unknown: string | null; several: boolean } {
  const codes = new Set<string>();
  for (const part of said.flatMap((one) => one.split(/[;\n]/)).map((one) => one.trim())) {
    const whole = one(part);
    const each = whole === undefined ? part.split(',').map((piece) => piece.trim()) : [part];
    for (const piece of each.filter((text) => text !== '')) {
      const region = one(piece);
      if (!region) return { codes: [...codes], unknown: piece, several: region === null };
      codes.add(region.code);
    }
  }
  return { codes: [...codes], unknown: null, several: false };
}

const one = (text: string): Region | null | undefined => regionOf(text) ?? regions().byName.get(plain(text));
