import { globSync, readFileSync } from 'node:fs'

export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

/** Every TypeScript file of the house, with what it imports; repository paths, `#name/x.ts` as `packages/name/x.ts`. */
export const sources: readonly Source[] = globSync('{infra,services,packages,test}/**/*.{ts,tsx}', {
  exclude: (name) => name.includes('node_modules'),
}).map((path) => {
  const text = readFileSync(path, 'utf8')
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => located(name ?? '', path))
  return { path, text, imports }
})

function located(name: string, from: string): string {
  if (name.startsWith('#')) return `packages/${name.slice(1)}`
  if (!name.startsWith('.')) return name
  return new URL(name, `file:///${from}`).pathname.slice(1)
}

/** The code without its comments, the inside of its strings and its imports, so that a word in prose is no finding. */
export const bare = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (found) =>
      found.startsWith('/') ? '' : "''",
    )
    .replace(/^(import|export)\b[^;]*?from ''/gm, '')

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('test/') || path.includes('/fixtures/')
