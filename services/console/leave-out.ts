import type { Plugin, Rolldown } from 'vite'

/** What components of antd bring along for properties that nothing here sets: where it is, and what it exports. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  // Of a card with `tabList`; brings menus and dropdowns.
  'tabs/index.js': ['default'],
  // Of a table's `rowSelection` with `selections`, and of nothing else here; brings menus.
  'dropdown/index.js': ['default'],
  // Of a text with `editable`; brings text areas and forms.
  'typography/Editable.js': ['default'],
  // Of a column with `filters` or `filterDropdown`; brings trees, radio buttons and menus.
  'table/hooks/useFilter/FilterDropdown.js': ['default', 'flattenKeys'],
}

/** Builds without it. Whoever sets such a property sees an error that names this file. */
export function leaveOut() {
  const met = new Set<string>()
  return {
    name: 'leave-out',
    load(id: string) {
      const path = /\/antd\/es\/(.*)$/.exec(id)?.[1] ?? ''
      const names = UNUSED[path]
      if (!names) return null
      met.add(path)
      return {
        code: `function left() { throw new Error('antd/es/${path} is left out of the build, see leave-out.ts') }
export { ${names.map((name) => `left as ${name}`).join(', ')} }`,
        moduleSideEffects: false,
      }
    },
    // A new antd may lie otherwise; then everything would quietly be heavier.
    buildEnd(this: Pick<Rolldown.PluginContext, 'error'>, error?: Error) {
      const gone = Object.keys(UNUSED).filter((path) => !met.has(path))
      if (!error && gone.length > 0) this.error(`leave-out.ts: antd has no ${gone.join(', ')} any more`)
    },
  } satisfies Plugin
}

/** What antd's form context takes of the package that its forms are made of. */
const CONTEXT = {
  of: /\/antd\/es\/form\/context\.js$/,
  from: '@rc-component/form',
  module: '@rc-component/form/es/FormContext',
}

/**
 * The first page wants that context, and no form: taken by the package's name it would bring the forms and their
 * rules along, 80 KB of text to read.
 */
export function contextAlone() {
  let met = false
  return {
    name: 'context-alone',
    // Before Vite finds the package itself.
    enforce: 'pre' as const,
    async resolveId(this: Pick<Rolldown.PluginContext, 'resolve'>, source: string, importer: string | undefined) {
      if (source !== CONTEXT.from || !CONTEXT.of.test(importer ?? '')) return null
      const found = await this.resolve(CONTEXT.module, importer)
      met ||= found !== null
      return found
    },
    buildEnd(this: Pick<Rolldown.PluginContext, 'error'>, error?: Error) {
      if (!error && !met) this.error(`leave-out.ts: antd's form context does not take from ${CONTEXT.from} any more`)
    },
  } satisfies Plugin
}
