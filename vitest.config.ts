import { defineConfig } from 'vitest/config';

/** `npm test`: everything that runs on a clean machine. Browser, emulator and fault suites have commands of their own. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/faults/**', 'tests/emulator/**'],
    testTimeout: 20_000,
  },
});
