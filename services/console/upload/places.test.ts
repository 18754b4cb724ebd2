import { describe, expect, it } from 'vitest'
import { cite, nameOfUse } from '#evidence/cited-file.ts'
import { alsoTold, arranged, arrived, type Chosen, moved, type Place, stillTold, usesAmong } from './places.ts'

const use = (n: string, name = `${n}.pdf`) => cite(n.repeat(64), name)
const none: Chosen = new Map()
const [a, b, c] = [use('a'), use('b'), use('c')]

describe('files of a field', () => {
  it('keep the places in which they were chosen, whichever ends first', () => {
    let places = arranged([], [], [1, 2, 3])
    expect(places).toEqual([1, 2, 3])
    places = arrived(places, { choice: 3, used: c }, none).places
    places = arranged(places, [c], [1, 2])
    expect(places).toEqual([1, 2, c])
    places = arrived(places, { choice: 1, used: a }, none).places
    places = arranged(places, [a, c], [2])
    expect(places).toEqual([a, 2, c])
    places = arrived(places, { choice: 2, used: b }, none).places
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
    expect(arrived([a, b, 7], { choice: 7, used: renamed }, none)).toMatchObject({
      places: [renamed, b],
      same: { earlier: a, later: renamed },
    })
    expect(arrived([a, 7], { choice: 7, used: a }, none).places).toEqual([a])
    expect(arrived([a], { choice: 8, used: b }, none).places).toEqual([a, b])
  })
  it('of the same bytes have the place that was chosen first and the name that was chosen last, whichever ends first', () => {
    const uses = [1, 2, 3].map((n) => use('a', `${n}.pdf`))
    for (const order of [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [2, 3, 1],
      [3, 1, 2],
      [3, 2, 1],
    ]) {
      let places: readonly Place[] = [b, 1, 2, 3, 4]
      let chosen: Chosen = none
      const said: string[] = []
      for (const choice of order) {
        const next = arrived(places, { choice, used: uses[choice - 1] ?? '' }, chosen)
        ;({ places, chosen } = next)
        if (next.same) said.push(`${nameOfUse(next.same.earlier)} < ${nameOfUse(next.same.later)}`)
      }
      expect([order, places]).toEqual([order, [b, uses[2], 4]])
      for (const one of said) expect(['1.pdf < 2.pdf', '1.pdf < 3.pdf', '2.pdf < 3.pdf']).toContain(one)
    }
  })
  it('that was picked again after an upload was chosen keeps the name of the picking', () => {
    const picked = arrived([5], { choice: 6, used: a }, none)
    expect(arrived(picked.places, { choice: 5, used: use('a', '先选的.pdf') }, picked.chosen).places).toEqual([a])
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
