import { describe, expect, it } from 'vitest'
import { readPeople } from './people.ts'

describe('several persons', () => {
  it.each([
    ['许建国、宋志远、何　英、王　伟', ['许建国', '宋志远', '何英', '王伟']],
    [' 许建国、宋志远\n何秀英；许建国， 王明，许建国 ', ['许建国', '宋志远', '何秀英', '王明']],
    ['许建国 宋志远 何秀英', ['许建国', '宋志远', '何秀英']],
    ['许建国　宋志远　何　英　王　伟', ['许建国', '宋志远', '何英', '王伟']],
    ['王 小 明', ['王小明']],
    ['许 建国', ['许建国']],
    ['许建国 何 秀英', ['许建国', '何秀英']],
    ['何　英\t王　伟', ['何英', '王伟']],
    ['何英、何　英', ['何英']],
    ['⻢建国，\u200b何英;王伟。', ['马建国', '何英', '王伟']],
    ['买买提·艾力、欧阳修', ['买买提·艾力', '欧阳修']],
    ['John Smith、王伟', ['John Smith', '王伟']],
    ['', []],
    ['、 ，\u200b', []],
  ])('%j are %j', (text, names) => {
    expect(readPeople(text)).toEqual({ names, absent: [] })
  })

  it('are sorted by a label that says whether they were there; the label is nobody', () => {
    expect(readPeople('出席：许建国、宋志远；请假：何　英、王伟')).toEqual({
      names: ['许建国', '宋志远', '何英', '王伟'],
      absent: ['何英', '王伟'],
    })
    expect(readPeople('出席人员:许建国\n因公请假（2人）：何英 宋志远')).toEqual({
      names: ['许建国', '何英', '宋志远'],
      absent: ['何英', '宋志远'],
    })
    expect(readPeople('出席人员\n许建国、宋志远\n请假 何英')).toEqual({
      names: ['许建国', '宋志远', '何英'],
      absent: ['何英'],
    })
    expect(readPeople('出席：许建国。请假：无')).toEqual({ names: ['许建国'], absent: [] })
    expect(readPeople('成员：许建国')).toEqual({ names: ['许建国'], absent: [] })
    expect(readPeople('缺席：何英\n出席：许建国')).toMatchObject({ absent: ['何英'] })
  })

  it.each([
    ['许建国；列席：何英', '“列席”'],
    ['许建国、主持：宋志远', '“主持”'],
    ['许建国；列席 何英', '“列席”'],
    ['许建国、何', '“何”只有一个字'],
    ['何 英 王 伟 许', '无法判断是几个人'],
    ['许建国、#N/A', '#N/A'],
    ['许建国、王?', '“王?”'],
    ['许建国等9人', '9人'],
    [`许建国${'长'.repeat(40)}`, '超过30字'],
  ])('%j is not all names, and says what is none', (text, why) => {
    expect(readPeople(text).wrong).toContain(why)
  })
})
