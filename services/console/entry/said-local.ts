/** Where what the server has not got is kept, as it is true of each: some of it is on the page alone. */
import type { Draft } from '../forms/autosave.ts'

type Unsent = Pick<Draft, 'saving' | 'wrong' | 'collisions' | 'apart'>

/** In brackets behind what is said of the whole; empty where nothing is to be said. */
export function saidLocal({ saving, wrong, collisions, apart }: Unsent): string {
  const pending = new Set([...Object.keys(wrong), ...collisions.map(({ field }) => field)])
  // What is under way is at the server in a moment.
  const isUnderWay = saving.is === 'changed' || saving.is === 'saving'
  const lost = saving.is === 'saved' || isUnderWay ? apart.filter((field) => pending.has(field)) : apart
  const here = [...pending].filter((field) => !lost.includes(field)).length
  const said = [
    ...(here > 0 ? [`${here}项待处理，暂存本机`] : []),
    ...(lost.length > 0
      ? [`${lost.length}项${saving.is === 'saved' ? '待处理，' : ''}没有保存，只在本页，离开后须重新填写`]
      : []),
  ]
  return said.length > 0 ? `（有${said.join('；')}）` : ''
}
