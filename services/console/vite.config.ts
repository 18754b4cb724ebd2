import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { groups } from './chunks.ts'
import { inChinese } from './in-chinese.ts'
import { contextAlone, leaveOut } from './leave-out.ts'
import { buildObjectionForm } from './objection-form/build-objection-form.ts'
import { precompress } from './precompress.ts'

/** Built into build/console, from where the bundle of serve-site takes it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [
    react(),
    leaveOut(),
    contextAlone(),
    inChinese(),
    {
      name: 'precompress',
      writeBundle: async ({ dir }) => {
        if (!dir) return
        await buildObjectionForm(dir)
        await precompress(dir)
      },
    },
  ],
  build: {
    outDir: '../../build/console',
    emptyOutDir: true,
    // The last Chromium on Windows 7.
    target: 'chrome109',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      // antd's parts do nothing when imported but do not say so: one component would bring all of a package.
      treeshake: { moduleSideEffects: [{ test: /[\\/]@rc-component[\\/]/, sideEffects: false }] },
    },
  },
})
