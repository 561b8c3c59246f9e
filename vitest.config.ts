import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts: tests run the server's code as Node does, without the page build.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'templates/**/*.test.ts'],
    globalSetup: ['test/support/global.ts'],
    pool: 'forks',
    // As people run it: React's development form is several times slower.
    env: { NODE_ENV: 'production' },
    // Vitest leaves one processor free, which on two leaves one idle: a test waits half its time for the database or a browser.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    // What is told across processes is there in a moment, which on a busy machine is more than the second that is usual.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
});
