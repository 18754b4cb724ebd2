import { expect, it } from 'vitest'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { readAs } from './read-as.ts'
import { wrongFile } from './verify-named.ts'

const at = '2018-11-20T01:00:00.000Z'
const commit = (...events: unknown[]) => ({
  ...{ stream: evidenceStream('dazhuang', 'a'.repeat(64)), number: 1, at, by: 'p-1', command: 'c', events },
  ...{ previous: '', hash: '0'.repeat(64) },
})
const other: readonly unknown[][] = [[null], [7], [{ type: 'kept', v: 1, at, by: 'p-1' }], [{ type: 'nothing' }]]

it.each(other.map((one) => [one] as const))(
  'reads no commit as events that holds %j, and ends nothing by it',
  async ([event]) => {
    expect(readAs(evidenceKind, [commit(event)])).toBeUndefined()
    expect(
      await wrongFile('evidence/dazhuang/x', [commit(event)], { file: () => Promise.reject(new Error('read')) }),
    ).toEqual([])
  },
)
it('does not hide what is no matter of shapes', () => {
  const parse = () => {
    throw new TypeError('ours')
  }
  expect(() => readAs({ ...evidenceKind, parse }, [commit(1)])).toThrow('ours')
})
