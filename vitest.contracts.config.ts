import { defineConfig } from 'vitest/config'

/** What we expect of databases and stores, asked of every engine that the environment names. */
export default defineConfig({
  test: {
    include: [
      'test/contract/**/*.test.ts',
      'packages/{ledger/{ledger,projector},persons/persons}.test.ts',
      'services/conductor/wait/waits.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
})
