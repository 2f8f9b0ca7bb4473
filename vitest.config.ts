import { defineConfig } from 'vitest/config';

/** `npm test`: everything that runs on a clean machine. The browser and emulator suites have commands of their own. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/emulator/**'],
    testTimeout: 20_000,
  },
});
