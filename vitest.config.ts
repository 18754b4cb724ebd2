import { defineConfig } from 'vitest/config'
import { BOOTING } from './vitest.requests.config.ts'

/** Stands in for a module of ours, which others must not find in its place. */
const APART = ['packages/case/case.properties.test.ts']

export default defineConfig({
  test: {
    // On a busy machine a property takes a minute; only what hangs is to end here.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{infra,services,packages}/**/*.test.ts', 'test/{procedure,infra,rules,costs}/**/*.test.ts'],
          exclude: [...APART, ...BOOTING],
          // No file leaves anything behind in a module, so all of a worker share what was imported: half the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
})
