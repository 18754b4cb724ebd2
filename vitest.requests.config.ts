import { defineConfig } from 'vitest/config'

/** For `npm run requests`: what takes a whole county and hundreds of requests, one county for each file. */
export default defineConfig({
  test: { include: ['test/{calls,guards}/**/*.test.ts'], hookTimeout: 240_000, env: { TZ: 'UTC' } },
})
