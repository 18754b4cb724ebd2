/** Writes `docs/commands-<name>.<version>.md` anew for every listed procedure. */
import { writeFileSync } from 'node:fs'
import { commandTable, commandTableName } from './command-table.ts'
import { procedures } from './procedures.ts'

for (const one of procedures)
  writeFileSync(new URL(`../../docs/${commandTableName(one)}`, import.meta.url), commandTable(one))
