import { faultsOf, faulty, inOrder, type Fault, type FaultyFile, type FilePath, type Where } from './faults.ts';
import { planFileShape, type PlanFile } from './plan-file.ts';
import { contradictions } from './plan-file-rules.ts';
import { salvage } from './plan-file-salvage.ts';
import { readWorkbook } from './plan-file-workbook.ts';
import { readYaml } from './plan-file-yaml.ts';

export interface ReadFile {
  readonly file: PlanFile;
  readonly where: Where;
  /** All that is wrong in the file by itself; with any, `file` is only good for looking further. */
  readonly faults: readonly Fault[];
  /** Where something stands in the place of what was written. */
  readonly isBroken: (path: FilePath) => boolean;
}

/** What a text or a workbook says, where each part of it stands, and what is wrong with it as such. */
export interface Source {
  readonly value: unknown;
  readonly where: Where;
  readonly faults: readonly Fault[];
  /** False for what only follows from those faults. */
  readonly isNews?: (fault: Fault) => boolean;
}

/** The most bytes that a plan file may have: both source plans together have 90 kB. */
export const largestFile = 10 * 1024 * 1024;

/** Reads a plan file by what it is, whatever its name says: a workbook is a ZIP, anything else must be YAML in UTF-8. */
export async function readPlanFile(bytes: Uint8Array): Promise<ReadFile | FaultyFile> {
  if (bytes.byteLength > largestFile)
    return faulty([{ code: 'plan_file.too_large', details: { megabytes: largestFile / 1024 / 1024 }, at: {} }]);
  const source: Source = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  if (source.value === null && source.faults.length > 0) return faulty(source.faults);
  const { value, where, isNews = () => true } = source;
  const parsed = planFileShape.safeParse(value, { reportInput: true });
  const shape = parsed.success ? [] : faultsOf(parsed.error, where);
  const rest = parsed.success ? { file: parsed.data, isBroken: () => false } : salvage(value, parsed.error);
  if (!rest) return faulty([...source.faults, ...shape.filter(isNews)]);
  const found = [...shape, ...contradictions(rest.file, where, rest.isBroken)].filter(isNews);
  return { ...rest, where, faults: inOrder([...source.faults, ...found]) };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readText(bytes: Uint8Array): Source {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return readYaml(text);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
  }
  return { value: null, where: () => ({}), faults: [{ code: 'plan_file.not_text', details: {}, at: {} }] };
}
