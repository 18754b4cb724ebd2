import { defineConfig } from 'vitest/config'

/** They boot a cloud, or write a county's whole store, again and again: minutes, of which `npm test` has two. */
export const BOOTING = [
  'packages/cli/verify/**/*.test.ts',
  'packages/local-cloud/{boot,restart,run}.test.ts',
  'packages/local-cloud/time/local-time.test.ts',
  'packages/local-cloud/functions/functions.test.ts',
]

export const SUITES = ['test/{calls,e2e,guards}/**/*.test.ts', ...BOOTING]

/** For `npm run requests`: what takes a whole county and many requests, one county for each file. */
export default defineConfig({
  test: {
    include: SUITES,
    // On a busy machine a property takes a minute; only what hangs is to end here.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    env: { TZ: 'UTC' },
  },
})
