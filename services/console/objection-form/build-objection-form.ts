import { build } from 'vite'

/**
 * The public form's script, as one file under an address that does not change: pages that are made elsewhere name it.
 * Built apart from the console, whose shared parts it would bring along.
 */
export async function buildObjectionForm(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome109',
      modulePreload: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/objection-form.ts`,
        output: { entryFileNames: 'objection-form.js' },
      },
    },
  })
}
