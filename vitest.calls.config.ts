import { defineConfig } from 'vitest/config'

/** For `npm run calls`: the year of a county, every request of it counted, which takes longer than all rules together. */
export default defineConfig({
  test: { include: ['test/calls/**/*.test.ts'], hookTimeout: 240_000, env: { TZ: 'UTC' } },
})
