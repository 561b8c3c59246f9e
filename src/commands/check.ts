import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './build-pages.ts';
import { BadArgument, command } from './command.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One named step: how it is run, and for the tests how many there were. */
interface Step {
  readonly name: string;
  readonly says: string;
  readonly run: () => Promise<Count>;
}

const steps: readonly Step[] = [
  { name: 'types', says: 'los tipos', run: () => tool('tsc', '--noEmit', '-p', '.') },
  { name: 'lint', says: 'las faltas', run: () => tool('oxlint', '--deny-warnings', 'src', 'test', 'bench') },
  {
    name: 'format',
    says: 'la forma',
    run: () => tool('oxfmt', '--check', 'src', 'test', 'bench', 'vite.config.ts', 'vitest.config.ts', 'react-router.config.ts'),
  },
  { name: 'imports', says: 'quién importa a quién', run: () => tool('depcruise', 'src', '--config', '.dependency-cruiser.cjs') },
  {
    name: 'unused',
    says: 'lo que nadie usa',
    run: () => tool('knip', '--include', 'files,dependencies,exports,unlisted', '--no-config-hints'),
  },
  { name: 'migrations', says: 'las migraciones', run: () => tool('squawk', '--config', '.squawk.toml', 'db/migrations/*.sql') },
  { name: 'audit', says: 'dependencias con fallas conocidas', run: audit },
  {
    name: 'build',
    says: 'las páginas',
    run: () =>
      buildPages(() => undefined).then(
        () => good,
        (cause: unknown) => {
          console.error(cause);
          return bad;
        },
      ),
  },
  { name: 'tests', says: 'las pruebas', run: tests },
];

const good: Count = { passed: 1, failed: 0 };
const bad: Count = { passed: 0, failed: 1 };

await command(
  {
    name: 'check',
    help: `bin/check              revisa todo: ${steps.map((step) => step.name).join(', ')}
bin/check --only PASO  revisa un paso`,
    options: { only: { type: 'string' } },
  },
  async ({ values }) => {
    const chosen = values.only === undefined ? steps : steps.filter((step) => step.name === values.only);
    if (chosen.length === 0)
      throw new BadArgument(`No hay un paso «${String(values.only)}». Hay: ${steps.map((step) => step.name).join(', ')}.`);
    let passed = 0;
    let failed = 0;
    for (const step of chosen) {
      console.log(`\n— ${step.name}: ${step.says}`);
      const started = performance.now();
      const count = await step.run();
      passed += count.passed;
      failed += count.failed;
      console.log(`  ${count.failed === 0 ? 'bien' : 'MAL'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    }
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  },
);

function tool(name: string, ...parameters: string[]): Promise<Count> {
  return shell(join(root, 'node_modules/.bin', name), parameters).then((code) => (code === 0 ? good : bad));
}

function shell(program: string, parameters: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: parameters.some((parameter) => parameter.includes('*')),
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, FORCE_COLOR: '0' },
    });
    child.once('error', (cause) => {
      console.error(cause.message);
      done(1);
    });
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Known faults in what runs in production. Where the registry offers no audit, says so and goes on. */
async function audit(): Promise<Count> {
  const child = spawn('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((done) => {
    child.once('close', done).once('error', done);
  });
  const report = await Promise.resolve(text)
    .then((json) => JSON.parse(json) as { metadata?: { vulnerabilities: Record<string, number> } })
    .catch(() => undefined);
  if (!report?.metadata) {
    console.log('  No se alcanzó el servicio de auditoría del registro; se sigue sin ella.');
    return { passed: 0, failed: 0 };
  }
  const { high = 0, critical = 0 } = report.metadata.vulnerabilities;
  console.log(`  ${high} altas, ${critical} críticas`);
  return high + critical === 0 ? good : bad;
}

async function tests(): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'pregon-check-'));
  const report = join(folder, 'report.json');
  const code = await shell(join(root, 'node_modules/.bin/vitest'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counted = await readFile(report, 'utf8')
    .then((text) => JSON.parse(text) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number })
    .catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  if (!counted) return bad;
  return { passed: counted.numPassedTests, failed: code === 0 ? 0 : Math.max(1, counted.numFailedTests) };
}
