import { readFileSync } from 'node:fs';

/** The script as it is sent: without its first lines, which are for whoever reads it here, and without the space before each. */
export const collectorScript = readFileSync(new URL('./collector.js', import.meta.url), 'utf8').replace(/^(\/\/.*\n| +)/gm, '');
