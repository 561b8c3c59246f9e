import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Running {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Runs bin/start of a clone as its own process, on a free port, until it says that it is open. */
export async function startRunning(clone: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(join(clone, 'bin/start'), args, {
    cwd: clone,
    env: { ...process.env, PORT: String(port), NODE_ENV: undefined, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((opened, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('está abierto')) opened();
    });
    child.once('exit', (code) => failed(new Error(`start ended with ${code}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    stop: () =>
      new Promise<void>((gone) => {
        child.removeAllListeners('exit').once('exit', () => gone());
        child.kill('SIGTERM');
      }),
  };
}
