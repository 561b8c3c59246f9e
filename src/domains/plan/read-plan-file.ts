import { faultsOf, faulty, type FaultyFile } from './faults.ts';
import { planFileShape, type PlanFile } from './plan-file.ts';
import { contradictions } from './plan-file-rules.ts';
import { readWorkbook } from './plan-file-workbook.ts';
import { readYaml } from './plan-file-yaml.ts';
import type { Where } from './faults.ts';

export interface ReadFile {
  readonly file: PlanFile;
  readonly where: Where;
}

/** The most bytes that a plan file may have: both source plans together have 90 kB. */
export const largestFile = 10 * 1024 * 1024;

/** Reads a plan file by what it is, whatever its name says: a workbook is a ZIP, anything else must be YAML in UTF-8. */
export async function readPlanFile(bytes: Uint8Array): Promise<ReadFile | FaultyFile> {
  if (bytes.byteLength > largestFile)
    return faulty([{ code: 'plan_file.too_large', details: { megabytes: largestFile / 1024 / 1024 }, at: {} }]);
  const source = isZip(bytes) ? await readWorkbook(bytes) : readText(bytes);
  if (source.faults.length > 0) return faulty(source.faults);
  const parsed = planFileShape.safeParse(source.value, { reportInput: true });
  if (!parsed.success) return faulty(faultsOf(parsed.error, source.where));
  const wrong = contradictions(parsed.data, source.where);
  return wrong.length > 0 ? faulty(wrong) : { file: parsed.data, where: source.where };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function readText(bytes: Uint8Array) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return readYaml(text);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
  }
  return { value: null, where: () => ({}), faults: [{ code: 'plan_file.not_text', details: {}, at: {} }] };
}
