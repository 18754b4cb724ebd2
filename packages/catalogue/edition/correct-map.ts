import { CHANGES } from '../words/words.ts'
import type { Change } from './compare-editions.ts'

/** How many old and new items each change has. */
const SHAPES: Readonly<Record<Change['change'], readonly [old: string, next: string]>> = {
  same: ['1', '1'],
  reworded: ['1', '1'],
  moved: ['1', '1'],
  split: ['1', '2+'],
  merged: ['2+', '1'],
  new: ['0', '1'],
  gone: ['1', '0'],
}
const fits = (count: number, shape: string): boolean => (shape === '2+' ? count >= 2 : count === Number(shape))

/** A correction does not fit the map. */
export class WrongCorrection extends Error {
  override name = 'WrongCorrection'
}

/**
 * The machine's map with a person's lines in place of its own; items that lose their line that way become gone or new.
 * @throws WrongCorrection naming the line
 */
export function correctMap(map: readonly Change[], corrections: readonly Change[]): Change[] {
  const olds = map.flatMap(({ old }) => old)
  const news = map.flatMap((line) => line.new)
  check(corrections, olds, news)
  const oldTold = new Set(corrections.flatMap(({ old }) => old))
  const newTold = new Set(corrections.flatMap((line) => line.new))
  const kept = map.flatMap((line): Change[] => {
    const touched = line.old.some((id) => oldTold.has(id)) || line.new.some((id) => newTold.has(id))
    if (!touched) return [line]
    return [
      ...line.old.filter((id) => !oldTold.has(id)).map((id): Change => ({ change: 'gone', old: [id], new: [] })),
      ...line.new.filter((id) => !newTold.has(id)).map((id): Change => ({ change: 'new', old: [], new: [id] })),
    ]
  })
  const at = ({ old, new: to }: Change) =>
    old[0] === undefined ? olds.length + news.indexOf(to[0] ?? '') : olds.indexOf(old[0])
  return [...kept, ...corrections].toSorted((a, b) => at(a) - at(b))
}

function check(corrections: readonly Change[], olds: readonly string[], news: readonly string[]): void {
  const seen = new Set<string>()
  for (const [index, { change, old, new: to }] of corrections.entries()) {
    const line = `更正第${index + 1}条（${CHANGES[change]}）`
    const [oldShape, newShape] = SHAPES[change]
    if (!fits(old.length, oldShape) || !fits(to.length, newShape))
      throw new WrongCorrection(
        `${line}应有旧条目${oldShape}个、新条目${newShape}个，现为${old.length}个、${to.length}个；请改正。`,
      )
    const named = [
      ...old.map((id) => ({ id, side: '旧版', known: olds })),
      ...to.map((id) => ({ id, side: '新版', known: news })),
    ]
    for (const { id, side, known } of named) {
      if (!known.includes(id)) throw new WrongCorrection(`${line}所说的${id}不在${side}中；请核对标识。`)
      if (seen.has(`${side}${id}`))
        throw new WrongCorrection(`${line}所说的${side}条目${id}前面已经更正过；请只留一条。`)
      seen.add(`${side}${id}`)
    }
  }
}
