import { defineConfig } from 'vitest/config'

/**
 * For `npm run mutations`: the tests beside the rules. Properties and the compiled machine, which take seconds each,
 * would run again for every change.
 */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['packages/{batch,calendar,case,ledger,procedure,steps,title,typed}/**/*.test.ts'],
    exclude: ['packages/case/case.properties.test.ts', 'packages/procedure/to-asl.test.ts'],
  },
})
