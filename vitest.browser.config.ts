import { defineConfig } from 'vitest/config'

/** What people see, in a real browser. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    globalSetup: ['test/browser/shared-demonstration.ts'],
    env: { TZ: 'UTC' },
  },
})
