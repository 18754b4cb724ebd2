/** Numbers before names that are no numbers of a list, and names that a line's end cuts in two. */
import { expect, it } from 'vitest'
import { readPeople } from '../people.ts'

it.each([
  '1\t王建国\n1\t李伟\n0\t陈静',
  '0\t王建国\n1\t李伟',
  '1 王建国\n0 李伟\n1 陈静',
  '0 王建国',
  '2\t王建国\n1\t李伟',
  '1、王建国\n1、李伟\n0、陈静',
  '１\t王建国\n１\t李伟',
  '出席：\n1 王建国\n1 李伟\n0 陈静',
  '1 王建国\n2 李伟\n1 陈静',
  ...['王建国①\n李伟①\n陈静②', '王建国 ①\n李伟 ①\n陈静 ②', '王建国①、李伟①、陈静②', '王建国❶，李伟❷'],
  ...['(1)王建国\n(1)李伟\n(0)陈静', '（1）王建国\n（1）李伟\n（0）陈静', '（1） 王建国\n（1） 李伟\n（2） 陈静'],
  ...[
    '①王建国\n①李伟\n②陈静',
    '① 王建国 ① 李伟 ② 陈静',
    '①王建国、①李伟、②陈静',
    '❶王建国❶李伟❷陈静',
    '⑴王建国\n⑴李伟\n⑵陈静',
  ],
  ...['出席：①王建国\n①李伟\n②陈静', '[1]王建国\n[1]李伟\n[0]陈静', '1王建国\n1李伟\n0陈静', '1.王建国 1.李伟 0.陈静'],
  ...[
    '1、王建国，1、李伟，0、陈静',
    '（一）王建国\n（一）李伟\n（二）陈静',
    '一、王建国\n一、李伟\n二、陈静',
    '出席：①王建国①李伟②陈静',
  ],
])('asks what the numbers of %j say', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it.each([
  '1\t王建国\n2\t李伟\n3\t陈静',
  '1.王建国\n2.李伟\n3.陈静',
  '1 王建国\n2 李伟\n4 陈静',
  '出席：\n1.王建国\n2.李伟\n请假：\n1.陈静',
  '1.出席：王建国、李伟\n1.请假：陈静',
  ...['①王建国②李伟③陈静', '（1）王建国\n（2）李伟\n（3）陈静', '（一）王建国\n（二）李伟\n（三）陈静'],
  ...['1.王建国 3.陈静\n2.李伟', '出席：①王建国②李伟\n请假：①陈静', '（一）出席：王建国、李伟\n（二）请假：陈静'],
  ...['出席2人：王建国、李伟，请假1人：陈静'],
])('reads the numbers of %j as a list', (text) =>
  expect(readPeople(text)).toMatchObject({ names: expect.arrayContaining(['王建国', '李伟', '陈静']) }),
)
it.each([
  '王建国 李秀英 曾 庆\n华 陈静',
  '王建国　李秀英　曾　庆\n华　陈静',
  '出席：王建国 曾 庆\n华 陈静 李秀英',
  '张　磊　曾　庆\n华　陈静',
  '王建国、曾 庆\n华 陈静',
  '司徒 庆\n华 陈静',
  '王建国 司徒 庆\n华 陈静',
  '王建国 司徒 庆\n华 建国',
  '曾 庆\n华 陈静 李秀英',
  '出席：曾 庆\n华 陈静',
  '王建国 曾 庆（教育局）\n华 陈静',
  '王建国、曾 庆（教育局）\n华 陈静',
  '王建国 曾 庆(教育局局长)\n华 陈静',
  '曾 庆（教育局）\n华 陈静',
  '王建国 李卫（教育局）\n方 陈静',
  '王建国 张　磊　赵（教育局）\n红卫',
])('asks whose character begins the second line of %j', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it.each([
  '王建国 李秀英 曾 庆\n陈静 赵明',
  '张 磊\n王 建国\n李 秀英',
  '司徒 庆\n陈静 赵明',
  '王建国、曾 庆（教育局）\n陈静、赵明',
])('reads %j', (text) => expect(readPeople(text)).not.toHaveProperty('wrong'))
