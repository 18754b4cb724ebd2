import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { APPOINTMENTS } from './appointments.ts'
import { commandTable, commandTableName, filesOf, saidRight } from './command-table.ts'
import { COMMANDS } from './commands.ts'
import { permissionsOf } from './permissions.ts'
import { titleOf } from './procedure.ts'
import { procedures } from './procedures.ts'

const docs = new URL('../../docs/', import.meta.url)
const REWRITE =
  'the permissions have changed; look at the difference after node packages/procedure/write-command-tables.ts'

describe.each(procedures)('the table of $name@$version', (procedure) => {
  const table = commandTable(procedure)
  const sections = table.split('\n## ').slice(1)

  it('stands in docs as it is', () => {
    expect(readFileSync(new URL(commandTableName(procedure), docs), 'utf8'), REWRITE).toBe(table)
  })
  it('has a section for every place, and a cell for every row', () => {
    const places = [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)]
    expect(sections.map((one) => one.split('\n')[0])).toEqual([
      ...places.map((place) => `${titleOf(procedure, place)}（${place}）`),
      '各环节',
    ])
    const rows = permissionsOf(procedure)
    expect(rows.length).toBeGreaterThan(50)
    for (const row of rows)
      for (const place of row.steps ?? ['各环节']) {
        const { command, appointment } = row
        const [files = ''] = filesOf(row)
        const section = sections.find(
          (one) =>
            one.startsWith('各环节') === (place === '各环节') &&
            (place === '各环节' || one.split('\n')[0]?.endsWith(`（${place}）`)),
        )
        const lines = section?.split('\n').filter((line) => line.startsWith('|')) ?? []
        const column =
          lines[0]?.split(' | ').findIndex((cell) => cell.replace(/[| ]/g, '') === APPOINTMENTS[appointment]) ?? -1
        const cell = lines
          .find((line) => line.startsWith(`| ${COMMANDS[command]}（${command}）${files} |`))
          ?.split('|')[column + 1]
        expect([command, appointment, place, cell?.trim().split('、')]).toEqual([
          command,
          appointment,
          place,
          expect.arrayContaining([saidRight(row)]),
        ])
      }
  })
})

it('leaves no table of a procedure that is not listed', () => {
  expect(
    readdirSync(docs)
      .filter((name) => name.startsWith('commands-'))
      .toSorted(),
  ).toEqual(procedures.map(commandTableName).toSorted())
})
