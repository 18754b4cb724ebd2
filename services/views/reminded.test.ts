import { expect, it } from 'vitest'
import { AT, LATE_FROM, smallCounty } from './fixtures/small-county.ts'

it('the office’s board says of each unit, begun or not, when it was last reminded by itself and of what', async () => {
  const county = await smallCounty()
  await county.openCall('2018-2')
  await county.openCase('2018-2', 'dazhuang')
  const line = { kind: 'form', step: 'application', title: '“创建申请”', lateFrom: LATE_FROM }
  const said = (days: number, at = AT) => ({ type: 'dueReminded', by: 'remind-due', at, lines: [{ ...line, days }] })
  await county.write('reminded/2018-2/caogou', said(7))
  await county.write('reminded/2018-2/dazhuang', said(7), said(1, LATE_FROM))
  const text = '“创建申请”的截止时间是2018年5月15日24时，请按时提交。'
  const { cases, notBegun } = await county.board('officer', '2018-2')
  expect(cases).toMatchObject([{ unit: 'dazhuang', reminded: { at: LATE_FROM, text } }])
  expect(notBegun).toMatchObject([{ unit: 'caogou', reminded: { at: AT, text } }])
})
