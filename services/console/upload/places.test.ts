import { describe, expect, it } from 'vitest'
import { cite } from '#evidence/cited-file.ts'
import { alsoTold, arranged, arrived, moved, stillTold, usesAmong } from './places.ts'

const use = (n: string, name = `${n}.pdf`) => cite(n.repeat(64), name)
const [a, b, c] = [use('a'), use('b'), use('c')]

describe('files of a field', () => {
  it('keep the places in which they were chosen, whichever ends first', () => {
    let places = arranged([], [], [1, 2, 3])
    expect(places).toEqual([1, 2, 3])
    places = arrived(places, 3, c).places
    places = arranged(places, [c], [1, 2])
    expect(places).toEqual([1, 2, c])
    places = arrived(places, 1, a).places
    places = arranged(places, [a, c], [2])
    expect(places).toEqual([a, 2, c])
    places = arrived(places, 2, b).places
    expect(usesAmong(places)).toEqual([a, b, c])
  })
  it('that were given up leave no gap', () => {
    expect(arranged([1, a, 2], [a], [2])).toEqual([a, 2])
  })
  it('stand as the form has them where somebody else changed it', () => {
    expect(arranged([a, 1, b], [b, c, a], [1])).toEqual([b, c, a, 1])
    expect(arranged([a, b], [], [])).toEqual([])
  })
  it('of the same bytes are one, at its place and under the new name', () => {
    const renamed = use('a', '新名.pdf')
    expect(arrived([a, b, 7], 7, renamed)).toEqual({ places: [renamed, b], before: a })
    expect(arrived([a, 7], 7, a)).toEqual({ places: [a], before: a })
    expect(arrived([a], 'picked', b)).toEqual({ places: [a, b] })
  })
  it('are moved one place or many, and not beyond an end', () => {
    expect(moved([a, b, c], 0, 1)).toEqual([b, a, c])
    expect(moved([a, b, c], 2, 0)).toEqual([c, a, b])
    expect(moved([a, b, c], 0, 9)).toEqual([b, c, a])
    expect(moved([a, b, c], 1, -1)).toEqual([b, a, c])
    expect(moved([a, b, c], 5, 0)).toEqual([a, b, c])
  })
})

describe('what is told of equal contents', () => {
  const of = (n: string, sentence: string) => ({ sha256: n.repeat(64), sentence })
  const [one, two] = [of('a', '“甲改名.pdf”与列表中“甲.pdf”的内容相同'), of('b', '“乙.pdf”已在列表中')]
  it('stays when the next file comes, once for each pair', () => {
    expect(alsoTold(alsoTold(alsoTold([], one), two), one)).toEqual([one, two])
  })
  it('goes with the file that it tells of', () => {
    expect(stillTold([one, two], [use('b'), use('c')])).toEqual([two])
    expect(stillTold([one, two], [use('a'), use('b')])).toEqual([one, two])
  })
})
