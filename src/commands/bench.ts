import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench, Result } from '../../bench/support/result.ts';
import { buildPages } from './build-pages.ts';
import { BadArgument, command } from './command.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const names = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));

await command(
  {
    name: 'bench',
    help: `bin/bench NOMBRE [--json]   mide una promesa y anota el resultado en bench/results.md: ${names.join(', ')}
--json                      una sola línea: name, ratio y sus partes`,
    options: { json: { type: 'boolean' } },
    positionals: true,
  },
  async ({ values, positionals: [name, ...more] }) => {
    if (name === undefined || more.length > 0 || !names.includes(name)) throw new BadArgument(`Diga una de estas: ${names.join(', ')}.`);
    await buildPages(() => undefined);
    const { bench } = (await import(join(root, 'bench', `${name}.ts`))) as { bench: Bench };
    const result = await bench.run();
    if (values.json) console.log(JSON.stringify({ name: result.name, ratio: result.ratio, ...result.parts }));
    else {
      console.log(`${result.name}: ${result.ratio}  (${bench.promise})`);
      console.table(result.parts);
    }
    note(bench, result);
  },
);

// Whatever a measuring that failed left open ends with it.
process.exit(process.exitCode ?? 0);

/** Keeps the last result of each promise in bench/results.md. */
function note(bench: Bench, result: Result): void {
  const file = join(root, 'bench/results.md');
  const parts = Object.entries(result.parts)
    .map(([part, value]) => `${part} ${value}`)
    .join(', ');
  const line = `| ${result.name} | ${bench.promise} | ${result.ratio} | ${parts} | ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores |`;
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((kept) => !kept.startsWith(`| ${result.name} |`));
  writeFileSync(file, `${[...lines, line].join('\n')}\n`);
}
