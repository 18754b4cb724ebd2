/** Numbers of persons behind the numbers of a list, and with another number beside them. */
import { describe, expect, it } from 'vitest'
import { namesSomebody, reachesSomebody } from '../personal-numbers.ts'

const PERSON = '34222119800101123X'
const [MOBILE, LANDLINE, LOCAL] = ['13955571234', '0557-7021234', '7021234']

describe('numbers of a list and numbers side by side', () => {
  it.each([
    ...['①', '❶', '⑴', '（1）', '1️⃣', '㈠', '¹'].flatMap((sign) => [
      `${sign}一三九五五五七一二三四`,
      `${sign}139五五五七1234`,
      `${sign}l3955571234`,
      `身份证号：${sign}341324800101123`,
    ]),
    ...[LANDLINE, LANDLINE.replace('-', ''), LOCAL, '234300', '20180615'].flatMap((other) => [
      MOBILE + other,
      PERSON.replace('X', '1') + other,
      other + PERSON,
    ]),
    ...[LANDLINE, LOCAL, '20180615'].map((other) => other + MOBILE),
    ...['邮政编码：', '邮政编码', '邮编为', '邮编 '].map((label) => `${label}234300${MOBILE}`),
    ...[
      '身份证号：1、',
      '身份证王伟',
      '公民身份号码',
      '身份号码：',
      '身份证复印件',
      '身份证号码（王伟）：',
      '身份证号：1.',
    ].map((label) => `${label}341324800101123`),
    `１${MOBILE}`,
    `２、${MOBILE}`,
    `１${PERSON}`,
    '１3９5557１２３４',
    '139五五五七l234',
  ])('are found in %j', (text) =>
    expect([text, namesSomebody(text), reachesSomebody(text)]).toEqual([text, true, true]),
  )
  it.each([
    ...['①', '⑴', '❶', '¹', '1️⃣', '₁', '㈠', '1.'].flatMap((sign) => [
      `发票代码：${sign}3400181130`,
      `${sign} 5400181130，${sign}9400181130`,
    ]),
    '流水号181220153000112345',
    '受理号341324181220000001',
    '20181220153000112',
    '2018122015300112345',
    '统一社会信用代码913413213955571234',
    '统一社会信用代码521341321395557123',
    '34132418122000001',
    '编号：18122015300234300',
    '身份证件3项，另341324800101123',
  ])('are none of anybody in %j', (text) => expect([text, namesSomebody(text)]).toEqual([text, false]))
})
