import { defineConfig } from 'vitest/config'

/** Kills, races, lost wake-ups: minutes, one after the other, since each boots counties of its own. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
})
