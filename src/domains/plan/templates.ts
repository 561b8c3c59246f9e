import { readFile } from 'node:fs/promises';

/** The two source plans, as plan files. */
export const planTemplates = ['ministerio-tic', 'oficina-informatica'] as const;

const folder = new URL('../../../templates/plans/', import.meta.url);

/** The text of a template; null when there is none of that name. */
export async function planTemplate(name: string): Promise<string | null> {
  return (planTemplates as readonly string[]).includes(name) ? readFile(new URL(`${name}.yaml`, folder), 'utf8') : null;
}
