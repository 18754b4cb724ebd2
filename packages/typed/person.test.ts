import { assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { nameKey, tidyPerson } from './names.ts'
import { whyNoPerson } from './person.ts'

it.each(
  [
    ['张三、李四', '张三,李四', '张三/李四', '张三和李四', '请假：何英', '出席：许建国', '何英（请假）', '何英请假'],
    [
      '同上',
      '待定',
      '无',
      'NULL',
      'N/A',
      '姓名',
      '许建国等',
      '许建国等3人',
      '县长',
      '副县长',
      '县长许建国',
      '许建国县长',
      '县委书记',
      '何英同志',
    ],
    // Two persons, or one with what parts persons or says something of them.
    [
      '王伟 李四',
      '王伟\n李四',
      '王伟\u0085李四',
      '王伟\u3000何 英',
      '何 英 王 伟',
      '李四 John Smith',
      'John Smith 李四',
    ],
    [
      '许建国﹑宋志远',
      '许建国､宋志远',
      '许建国﹐宋志远',
      '许建国｡宋志远',
      '许建国\\宋志远',
      '许建国＼宋志远',
      '许建国.宋志远',
    ],
    [
      '许建国-宋志远',
      '许建国—宋志远',
      '许建国_宋志远',
      '许建国~宋志远',
      '许建国…',
      '①许建国',
      '①许建国②宋志远',
      '何英×',
      '许建国√',
    ],
    [
      '“王伟”',
      '王伟!',
      '王伟*',
      '王伟✓',
      '何英○',
      '全体',
      '全体同志',
      '同志',
      '何英没来',
      '何英不在',
      '其他',
      '某某',
      '（无）',
      '无。',
    ],
    ['县公安局', '王', '王1', '王\ue863', '王■', '王?', '#SPILL!', '#N/A', '=A1', '＝A1', '###', '——'],
  ].flat(),
)('%j is no name of one person, and says why', (name) => {
  const kept = tidyPerson(name)
  expect([kept, whyNoPerson(kept)]).toEqual([kept, expect.stringContaining(`“${kept}”`)])
})

it.each(
  [
    [
      '王伟',
      '何英',
      '欧阳和平',
      '王和平',
      '买买提·艾力',
      '依布拉音江',
      'John Smith',
      '葛\u{e0100}明',
      '𠮷田',
      '方民长',
    ],
    [
      '王〇',
      '何　英',
      '王 小 明',
      '许 建国',
      '欧阳 修',
      '欧阳 文忠',
      '欧 阳 文 忠',
      '王\n伟',
      '买买提 · 艾力',
      '李未来',
      '王健在',
    ],
    ['Anne-Marie O’Neil', 'J. R. Smith', '阿依古丽•买买提', '王\u0000伟', '吾买尔江'],
    ['王家长', '王县长', '李副县长', '李及', '张和', '于无', '贾空谷', '王局', '程序', '党卫国', '院长江'],
  ].flat(),
)('%j may be one', (name) => {
  expect(whyNoPerson(tidyPerson(name))).toBeUndefined()
})

const NAMES = [
  '王伟',
  '何英',
  '许建国',
  '宋志远',
  '欧阳修',
  '诸葛孔明',
  '买买提·艾力',
  '阿依古丽',
  'John Smith',
  '葛\u{e0100}明',
]
const BETWEEN = [...' \n\t\u3000\u0085\u2028、，,;；。.．·•-—_~/\\|+&＆…﹑､﹐｡①②×√"“”()（）[]【】<>:：*#@!'].filter(
  (one) => one !== '·' && one !== '•',
)
it('no two names become one, whatever stands between them', () => {
  const name = constantFrom(...NAMES)
  assert(
    property(name, name, constantFrom(...BETWEEN), constantFrom('', ' '), (one, other, mark, blank) => {
      // Two names in Latin letters with a blank or a hyphen may be one person's.
      if (/^[A-Z]/.test(one) && /^[A-Z]/.test(other)) return true
      const kept = tidyPerson(`${one}${blank}${mark}${other}`)
      return whyNoPerson(kept) !== undefined
    }),
    { numRuns: 2000 },
  )
})
it('is kept as it is kept, and is the same name as what was typed', () => {
  for (const typed of ['何　英', '许 建国', '王伟 李四', '买买提 • 艾力', 'John  Smith'])
    expect([tidyPerson(tidyPerson(typed)), nameKey(tidyPerson(typed))]).toEqual([tidyPerson(typed), nameKey(typed)])
})
