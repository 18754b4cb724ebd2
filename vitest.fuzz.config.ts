import { defineConfig } from 'vitest/config'

/** Thousands of requests to one county, one after the other. */
export default defineConfig({
  test: {
    include: ['test/fuzz/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    env: { TZ: 'UTC' },
  },
})
