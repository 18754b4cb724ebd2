import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

/** Built into build/console, from where the bundle of serve-site takes it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react(), { name: 'precompress', writeBundle: ({ dir }) => (dir ? precompress(dir) : undefined) }],
  build: {
    outDir: '../../build/console',
    emptyOutDir: true,
    // The last Chromium on Windows 7.
    target: 'chrome109',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
  },
})
