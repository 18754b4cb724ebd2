/** Names with a dot: those that people have, and what stands beside one, or is two. */
import { describe, expect, it } from 'vitest'
import { whyNoObjector } from './contact/objectors.ts'
import { readPeople } from './people.ts'
import { whyNotNoted, whyNotOnePerson } from './plain-names.ts'

const words = (said: string) => said.trim().split(/\s+/)
const NAMES = words(`
 买买提·艾力 阿依古丽·买买提 古丽娜尔·阿不都热合曼 多吉·次仁 马木提·苏来曼 艾力·吐尔逊 吐尔逊·阿不都热依木 热依汗·买买提 阿不力米提·艾合买提
 库尔班·吐鲁木 帕提古丽·玉素甫 阿迪力·吾守尔 肖开提·依明 外力·司马义 努尔兰·阿不都满金 赛力克·哈布力 巴哈尔古丽·赛买提 穆合塔尔·艾则孜
 木拉提·黑尼亚提 哈力克·尼亚孜 海拉提·别克 迪丽热巴·迪力木拉提 古力娜扎·拜合提亚尔 卡德尔·巴克 买合木提·乌斯曼 艾尼瓦尔·吐尔地 热娜古丽·热合曼
 扎西·多吉 格桑·卓玛 洛桑·江村 次旦·旺堆 尼玛·泽仁 巴桑·次仁 索朗·多杰 德吉·央宗 阿旺·晋美 乌兰·图雅 巴特尔·孟和 孟克·达来 苏和·巴图
 其其格·乌云 古丽·马明 阿合买提·和加 买买提·主麻 阿依努尔·再吐 玛依拉·居马 叶尔江·库万 努尔古丽·阿依丁 阿孜古丽·沙地克 依不拉音·吾买尔
 谢热·多吉 邓珠·次仁 任孜·古丽 卡尔·马克思 约翰·史密斯 汤姆·索亚 阿曼古丽·艾山 米尔扎提·尼加提 早热古丽·衣明 祖农·皮达
 布和·朝鲁 呼和·巴图 布和·巴特尔 朝鲁·孟和 买买提·努尔古丽 艾力·买买提白克 肖开提·伊斯马义 艾山·阿布都古力 扎西·白玛 德吉·江央 夏木西·买买提夏`)
const BEFORE = words(
  '委员 县长 代 缺 没 有 无 和 与 及 同 请 由 局长 镇长 书记 主任 副主任 同志 县财政局 司法局 大庄镇 东关村 村民 医生 律师 教师 学生 组长 成员 出席 请假 列席 病假 主持 记录 特邀 专家 代表 维吾尔族 回族 藏族 原 前 副县长 未到 另有',
)
const BEHIND = words(
  '县长 委员 公 差 代 到 等 记录 主任 书记 同志 先生 女士 请假 公差 缺 未到 病 假 已到 没来 副县长 局长 组 主持 来',
)
const TWO = words(
  '买买提·艾力和马丽 买买提·艾力和马建国 县长·王伟 王伟·县长 回族·王伟 没有·王伟 委员·唐勇 同志·陈静 没有·孙丽 罗伟·明亮 明亮·易明 白雪·古月 王伟·李敏 陈静·艾力 买买提·王伟 张磊·买买提 出席·买买提 买买提·请假 主任·艾力 艾力·书记 县财政局·艾力 赵明·古丽 马云·白云 马云·马小云 马小云·白玉 白云·马丽 马丽·苏云 江华·洪英 买买提·艾力白玉 买买提·艾力马丽 买买提·艾力马小云 买买提马丽·艾力 多吉·次仁白云 艾力·买买提白玉云',
)
const isAsked = (name: string) => {
  expect([name, readPeople(`王建国、${name}、李秀英`).wrong]).toEqual([name, expect.any(String)])
  expect([name, whyNotOnePerson(name)]).toEqual([name, expect.any(String)])
  expect([name, whyNotNoted(name)]).toEqual([name, expect.any(String)])
  expect([name, whyNoObjector(name, 'chooses')]).toEqual([name, expect.any(String)])
}

describe.each(NAMES)('%s', (name) => {
  it('is one person', () => {
    expect(readPeople(`王建国、${name}`)).toEqual({ names: ['王建国', name], absent: [], beside: [] })
    expect([whyNotOnePerson(name), whyNotNoted(name), whyNoObjector(name, 'chooses')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
it.each(words('布和 呼和 才让 肉孜 赤林 赛福鼎 扎西 多吉 其其格 斯琴 卓玛'))('%s alone is one person', (name) => {
  expect(readPeople(`王建国、${name}`)).toEqual({ names: ['王建国', name], absent: [], beside: [] })
  expect(readPeople(`出席：${name}、王建国\n请假：何英`).wrong).toBeUndefined()
  expect(whyNoObjector(name, 'chooses')).toBeUndefined()
  for (const said of ['县长', '请假', '同志', '代', '来'])
    expect(readPeople(`王建国、${name}${said}`).wrong).toBeDefined()
})
it.each(['多吉。次仁', '扎西.卓玛', '王建国、布和。朝鲁'])('%s may be one person', (text) =>
  expect(readPeople(text).wrong).toBeDefined(),
)
it.each(words('呼和浩特 才能 布置 肉类 达到 平和 赛事 多次 高温'))('%s is none', (word) =>
  expect(readPeople(`王建国、${word}`).wrong).toBeDefined(),
)
it.each(BEFORE)('%s before one is no part of it', (said) => {
  for (const name of ['买买提·艾力', '古丽娜尔·吐尔逊', '多吉·次仁']) isAsked(said + name)
})
it.each(BEHIND)('%s behind one is no part of it', (said) => {
  for (const name of ['买买提·艾力', '古丽娜尔·吐尔逊', '多吉·次仁']) isAsked(name + said)
})
it.each(TWO)('%s is not one person', isAsked)
