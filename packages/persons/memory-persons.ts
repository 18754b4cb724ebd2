import {
  BLOCKED,
  type Chance,
  chance,
  digestWith,
  ERASED,
  type Held,
  type Log,
  lineOf,
  mustBeUsable,
  newRow,
  type Persons,
  type RowState,
  referenceTo,
} from './persons.ts'

/** For tests, under the same contract as the real one. */
export function memoryPersons(log: Log, by: Chance = chance): Persons {
  const rows = new Map<string, Held | 'erased'>()
  const found = (id: string): Held | undefined => {
    const row = rows.get(id)
    return row === 'erased' ? undefined : row
  }
  return {
    async remember(kind, data, how = {}) {
      const made = newRow(kind, data, how, by)
      const before = rows.get(made.id)
      if (before === undefined) rows.set(made.id, made)
      return referenceTo(before === undefined || before === 'erased' ? made : before)
    },
    async read(id, why) {
      log(lineOf(id, why))
      const row = found(id)
      if (row) mustBeUsable(row, why)
      return row && { ...row.data }
    },
    async names(ids) {
      return new Map(
        ids.map((id) => {
          const row = found(id)
          return [id, row?.blocked ? BLOCKED : (row?.name ?? ERASED)]
        }),
      )
    },
    async verify(id, digest) {
      const row = found(id)
      return row && digestWith(row.salt, row.kind, row.data) === digest
    },
    async block(id, eraseAfter) {
      const row = found(id)
      if (row) rows.set(id, { ...row, blocked: true, ...(eraseAfter && { eraseAfter }) })
    },
    async unblock(id) {
      const { blocked: _no, ...row } = found(id) ?? {}
      if ('id' in row) rows.set(id, row)
    },
    async states(ids) {
      return new Map(
        ids.flatMap((id): [string, RowState][] => {
          const row = rows.get(id)
          return row ? [[id, row === 'erased' ? 'erased' : row.blocked ? 'blocked' : 'used']] : []
        }),
      )
    },
    async *all() {
      for (const row of rows.values()) {
        if (row === 'erased') continue
        const { id, kind, stream, at } = row
        yield { id, kind, ...(stream !== undefined && { stream }), ...(at !== undefined && { at }) }
      }
    },
    async erase(id) {
      if (rows.has(id)) rows.set(id, 'erased')
    },
  }
}
