import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: pages and mails in a real Chromium. Skipped, and said so, where none is installed. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
