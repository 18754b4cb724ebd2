import { defineConfig } from 'vitest/config'

/** For `npm run requests`: what takes a whole county and many requests, one county for each file. */
export default defineConfig({
  test: {
    include: ['test/{calls,e2e,guards}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
    env: { TZ: 'UTC' },
  },
})
