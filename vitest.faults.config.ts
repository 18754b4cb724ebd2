import { defineConfig } from 'vitest/config'

/** Kills, races, lost wake-ups: minutes, one after the other, since each boots counties of its own. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    globalSetup: 'test/faults/rostered.ts',
    testTimeout: 12 * 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
})
