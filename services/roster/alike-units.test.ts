/** The same unit in other words is asked about, against the county and within one file, and written where it is confirmed. */
import { beforeEach, expect, it } from 'vitest'
import { type RosterBody, rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { rosterUses } from './roster-uses.ts'

const issuer = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let clicks = 0
beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  await ask('lines', { units: [of('dazhuang', '大庄镇人民政府'), bureau('renshe', '县人力资源和社会保障局')] })
})

type Answer = { status: number; body: any }
const ask = (path: string, given: object): Promise<Answer> => {
  const rows = memoryRows(ledger)
  const handler = serve(rosterEndpoints, rosterUses({ ledger, rows, persons: memoryPersons(() => {}), issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows, login: { issuer, subject: 'admin' } }),
  })
  const body = path === 'units' ? given : { units: [], people: [], appointments: [], ...given }
  const key = `click-${clicks++}-long`
  const login = { issuer, subject: 'admin' }
  return send(handler, { method: 'POST', path: `/api/roster/${path}`, body, at: AT, key, login }) as Promise<Answer>
}
type Line = RosterBody['units'][number]
const of = (unit: string, name: string): Line => ({ unit, name, kind: 'town', inScope: true })
const bureau = (unit: string, name: string): Line => ({ ...of(unit, name), kind: 'department' })
const changes = async (...units: Line[]) => (await ask('check', { units })).body.changes

it('is asked about where the county has it in other words', async () => {
  expect(
    await changes(of('dazhuang2', '大庄镇政府'), bureau('rsj', '泗县人社局'), bureau('caizheng', '县财政局')),
  ).toEqual([
    {
      ...{ list: 'units', at: 0, what: 'alike', apart: ['dazhuang'] },
      sentence: '疑似同一单位：“大庄镇政府”，名册已有“大庄镇人民政府”（编号dazhuang）；不是同一单位的，请核对后确认',
    },
    expect.objectContaining({ at: 1, what: 'alike', apart: ['renshe'] }),
  ])
})
it('is asked about within one file, once for a pair, and with all that it may be', async () => {
  const asked = await changes(of('a1', '草沟镇'), of('a2', '草沟镇人民政府'), of('a3', '泗县草沟镇人民政府'))
  expect(asked.map((one: { at: number; apart: string[] }) => [one.at, one.apart])).toEqual([
    [1, ['a1']],
    [2, ['a1', 'a2']],
  ])
  expect(asked[0].sentence).toContain('本次登记的内容里另有“草沟镇”（编号a1）')
})
it('is not asked about again once it is registered, nor of what stands under it', async () => {
  const twin = { ...of('dazhuang2', '大庄镇'), apartFrom: ['dazhuang'] }
  expect((await ask('lines', { units: [twin] })).body.refused).toEqual([])
  expect(await changes(of('dazhuang2', '大庄镇'), of('dazhuang', '大庄镇人民政府'))).toEqual([])
  expect(await changes({ ...bureau('rsj', '县人社局'), parent: 'renshe' })).toEqual([])
  // Another name is looked at as a new one is.
  expect(await changes(of('dazhuang2', '泗县大庄镇'))).toMatchObject([{ what: 'renamed' }, { apart: ['dazhuang'] }])
})
it('is written only by a line that names each unit which it is not', async () => {
  const units = [of('b1', '草沟镇'), of('b2', '草沟镇政府')]
  expect((await ask('lines', { units })).body.refused).toMatchObject([{ at: 1, list: 'units' }])
  const [one] = units
  const seen = { ...of('b2', '草沟镇政府'), apartFrom: ['b1'] }
  expect((await ask('lines', { units: [one, seen] })).body).toMatchObject({ refused: [], units: { changed: 2 } })
  const last = of('b3', '草沟镇人民政府')
  expect((await ask('units', { ...last, apartFrom: ['b1'] })).body.fields).toEqual({
    apartFrom: '名册里有名称相近的单位；确是另一个单位的，请在这里选出那个单位',
  })
  expect((await ask('units', { ...last, apartFrom: ['b1', 'b2'] })).status).toBe(200)
})
