import { defineConfig } from 'vitest/config'

/** What people see, in a real browser. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 300_000,
    // Months of a county are played before somebody looks.
    hookTimeout: 600_000,
    fileParallelism: false,
    // A page that was just loaded takes its time on a machine that is at work; the second that is usual is not enough.
    expect: { poll: { timeout: 10_000, interval: 200 } },
    globalSetup: ['test/browser/shared-demonstration.ts'],
    env: { TZ: 'UTC' },
  },
})
