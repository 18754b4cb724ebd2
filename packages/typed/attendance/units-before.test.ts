/** Units in brackets before names, as sheets for signing have them: read where each name has one, and else asked of whom they are said. */
import { expect, it } from 'vitest'
import { readPeople } from '../people.ts'

const BOTH = ['马玉兰（县财政局）', '张强（县审计局）']
it.each([
  '（县财政局）马玉兰 （县审计局）张强',
  '出席：（县财政局）马玉兰 （县审计局）张强',
  '（县财政局）马玉兰、（县审计局）张强',
  '（县财政局）马玉兰　（县审计局）张强',
  '(县财政局)马玉兰  (县审计局)张强',
  '（县财政局）马玉兰\n（县审计局）张强',
  '出席：\n（县财政局）马玉兰，（县审计局）张强。',
  '马玉兰（县财政局） 张强（县审计局）',
  '马玉兰（县财政局）、张强（县审计局）',
  '马玉兰 （县财政局）、张强 （县审计局）',
])('reads %j', (text) => expect(readPeople(text)).toEqual({ names: BOTH, absent: [], beside: [] }))
it('reads the unit of whoever is away', () =>
  expect(readPeople('出席：（县财政局）马玉兰 （县审计局）张强\n请假：（县司法局）李秀英')).toEqual({
    names: [...BOTH, '李秀英（县司法局）'],
    absent: ['李秀英（县司法局）'],
    beside: [],
  }))
it('takes a unit of the county as one', () =>
  expect(readPeople('（石龙湖）马玉兰 （县审计局）张强', ['石龙湖']).names).toEqual([
    '马玉兰（石龙湖）',
    '张强（县审计局）',
  ]))
it.each([
  '马玉兰 （县审计局）张强',
  '马玉兰　（县审计局）张强',
  '出席：马玉兰 （县审计局）张强',
  '（县财政局）马玉兰 李秀英 （县审计局）张强',
  '马玉兰 李秀英 （县审计局）张强（县财政局）',
  '马玉兰、李秀英 （县审计局）张强',
])('asks whose unit it is: %j', (text) =>
  expect(readPeople(text).wrong).toContain(
    '“（县审计局）”写在“张强”前面，分不清是谁的单位；请写在姓名后面，如“张强（县审计局）”',
  ),
)
it.each(['（请假）马玉兰 （出席）张强', '（因病）马玉兰 （县审计局）张强', '马玉兰 （请假）张强'])(
  'asks of %j',
  (text) => expect(readPeople(text).wrong).toContain('请'),
)
it.each([
  ['马玉兰 李秀英 张强（县审计局）', ['马玉兰', '李秀英', '张强（县审计局）']],
  ['马玉兰（县财政局） 李秀英 张强', ['马玉兰（县财政局）', '李秀英', '张强']],
  ['马玉兰、李秀英（县审计局）、张强', ['马玉兰', '李秀英（县审计局）', '张强']],
])('reads %j as before', (text, names) => expect(readPeople(text)).toEqual({ names, absent: [], beside: [] }))
