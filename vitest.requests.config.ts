import { defineConfig } from 'vitest/config'

/** For `npm run requests`: what takes a whole county and many requests, one county for each file. */
export default defineConfig({
  test: {
    include: ['test/{calls,e2e,guards}/**/*.test.ts'],
    // On a busy machine a property takes a minute; only what hangs is to end here.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    env: { TZ: 'UTC' },
  },
})
