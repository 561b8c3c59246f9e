import { defineConfig } from 'vitest/config';

// Apart from vite.config.ts: tests run the server's code as Node does, without the page build.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'templates/**/*.test.ts'],
    globalSetup: ['test/support/global.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
