import { globSync, readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'vitest'
import { type Damage, expectNamed, flipped, textOf, withStore } from './fixtures/damage.ts'
import { place } from './fixtures/small-store.ts'

withStore()

it.each<Damage>([
  [
    'a flipped bit in a daily root',
    flipped('roots', 'roots/2018-05-01.json', (bytes) => bytes.indexOf('"number":1') + 9),
    ['2018-05-01 · heads[0].number'],
    ['每日摘要roots/2018-05-01.json不合格式'],
  ],
  [
    'a flipped bit in a daily root that still reads as one',
    flipped('roots', 'roots/2018-05-02.json', (bytes) => bytes.indexOf('"number":4') + 9),
    ['2018-05-02 · heads[1].number'],
    ['2018年5月2日的每日摘要与其所列内容不符', '原为4，现为5'],
  ],
  [
    'a daily root that is gone',
    (data) => {
      for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json')))
        if (readFileSync(path, 'utf8').includes('05-01')) unlinkSync(path)
    },
    ['2018-05-01 · 全文'],
    ['2018年5月1日没有每日摘要：已被删去，2018年5月2日的摘要接在其后'],
  ],
  [
    'the newest daily root that is gone, by the day on which the county stood still',
    (data) => {
      for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json')))
        if (readFileSync(path, 'utf8').includes('05-02')) unlinkSync(path)
    },
    ['2018-05-02 · 全文'],
    ['2018年5月2日没有每日摘要：当天没有生成，或者后来被删去'],
  ],
  [
    'all daily roots that are gone',
    (data) => {
      for (const path of globSync(join(data, 'buckets/*roots1/objects/*.json'))) unlinkSync(path)
    },
    ['2018-05-01 · 全文'],
    ['2018年5月1日至2018年5月2日没有每日摘要'],
  ],
  [
    'two daily roots that were swapped',
    (data) => {
      const [first, second] = ['2018-05-01', '2018-05-02'].map((day) => textOf(data, 'roots', `roots/${day}.json`))
      place(data, 'roots', 'roots/2018-05-01.json', second!)
      place(data, 'roots', 'roots/2018-05-02.json', first!)
    },
    ['2018-05-01 · date', '2018-05-02 · date'],
    ['roots/2018-05-01.json写的是2018年5月2日，是那一天的重复，或与之对调了'],
  ],
  [
    'a daily root that was doubled',
    (data) => place(data, 'roots', 'roots/2018-05-03.json', textOf(data, 'roots', 'roots/2018-05-02.json')),
    ['2018-05-03 · date'],
    ['roots/2018-05-03.json写的是2018年5月2日'],
  ],
  [
    'a daily root that was cut',
    (data) => {
      const text = textOf(data, 'roots', 'roots/2018-05-02.json')
      place(data, 'roots', 'roots/2018-05-02.json', text.slice(0, text.length / 2))
    },
    ['2018-05-02 · 全文'],
    ['roots/2018-05-02.json不合格式（全文），被改过或已损坏'],
  ],
  [
    'an edited daily root',
    (data) => {
      const root = JSON.parse(textOf(data, 'roots', 'roots/2018-05-02.json'))
      place(data, 'roots', 'roots/2018-05-02.json', JSON.stringify({ ...root, heads: root.heads.slice(1) }))
    },
    ['2018-05-02 · heads'],
    ['2018年5月2日的每日摘要与其所列内容不符（heads）'],
  ],
])('finds and names %s', async (_what, ...damage) => expectNamed(...damage))
