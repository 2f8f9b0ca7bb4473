import { defineConfig } from 'vitest/config';

/** `npm run test:emulator`: the AWS adapters over the wire. Skipped, and said so, where no emulator is present. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/emulator/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
