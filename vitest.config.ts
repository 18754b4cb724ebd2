import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{infra,services,packages}/**/*.test.ts', 'test/{procedure,infra,e2e,rules}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
    // No file leaves anything behind in a module, so all of a worker share what was imported: on two cores half the time.
    isolate: false,
    maxWorkers: '100%',
  },
})
