import { describe, expect, it } from 'vitest'
import { readRoster } from '#roster-file/read-roster.ts'
import { COLUMNS } from '#roster-file/roster-columns.ts'
import { openRoster } from './import-roster.ts'

const header = COLUMNS.join(',')
const file = (...lines: string[]) => [header, ...lines].join('\n')
const said = (...lines: string[]) => readRoster(file(...lines)).mistakes.map((one) => `${one.line}:${one.sentence}`)

const unit = '单位,dazhuang,大庄镇人民政府,乡镇,,是,,,,,,'
const person = '人员,r001,王一,,,,clerk-dazhuang,0557-7021234,,,,'
const post = '岗位,r001,,,,,,,创建单位经办人,dazhuang,2018-01-01,'

describe('a roster', () => {
  it('is units, people and appointments in the words of the API', () => {
    expect(readRoster(file(unit, person, post))).toEqual({
      mistakes: [],
      notes: [],
      roster: {
        units: [{ line: 2, body: { unit: 'dazhuang', name: '大庄镇人民政府', kind: 'town', inScope: true } }],
        people: [{ line: 3, body: { person: 'r001', name: '王一', login: 'clerk-dazhuang', phone: '0557-7021234' } }],
        appointments: [
          { line: 4, body: { person: 'r001', appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } },
        ],
      },
    })
  })

  it('has its columns in any order and its dates as Excel writes them', () => {
    const moved = ['开始日期', ...COLUMNS.filter((one) => one !== '开始日期')].join(',')
    const { roster, mistakes } = readRoster(`${moved}\n2018/1/1,岗位,r001,,,,,,,法制办负责人,,2018/12/31`)
    expect(mistakes).toEqual([])
    expect(roster.appointments[0]?.body).toEqual({
      person: 'r001',
      appointment: 'officeHead',
      from: '2018-01-01',
      to: '2018-12-31',
    })
  })

  it('of the demonstration county is right', () => {
    const { units, people, appointments } = openRoster('counties/sixian.roster.csv')
    expect(units.filter(({ body }) => body.inScope).length).toBeGreaterThanOrEqual(12)
    const ids = new Set(people.map(({ body }) => body.person))
    const unitIds = new Set(units.map(({ body }) => body.unit))
    for (const { body } of appointments) {
      expect(ids).toContain(body.person)
      if (body.unit) expect(unitIds).toContain(body.unit)
    }
    for (const id of unitIds)
      for (const appointment of ['unitClerk', 'unitLegalOfficer', 'unitHead'])
        expect(appointments.some(({ body }) => body.unit === id && body.appointment === appointment)).toBe(true)
  })
})

describe('every mistake is said at once, with line and column', () => {
  it('ids that mean something by themselves', () => {
    const means = '在系统中专指法制办，不能用作编号；请换一个编号'
    expect(
      said(unit.replace('dazhuang', 'office'), person.replace('r001', 'public'), post.replace('dazhuang', 'office')),
    ).toEqual([
      `2:“编号”列：“office”${means}`,
      '3:“编号”列：“public”在系统中专指群众，不能用作编号；请换一个编号',
      `4:“所在单位”列：“office”${means}`,
    ])
  })

  it('wrong words, missing and superfluous cells', () => {
    expect(
      said(
        '单位,大庄,大庄镇人民政府,村,,也许,,,,,,',
        '人员,r001,,乡镇,,,,12,,,,',
        '岗位,r001,,,,,,,厨师,,2018-13-01,',
        '机关,x,y,,,,,,,,,',
      ),
    ).toEqual([
      '2:“编号”列是“大庄”；用小写字母、数字和连字符，2至40个，单位的以字母开头，如dazhuang',
      '2:“单位类别”列是“村”；应为乡镇（含街道、苏木，如大庄镇人民政府、泗城街道办事处）、开发区（如县经济开发区管委会）、行政执法部门（如县财政局）、省市驻县单位（如国家税务总局泗县税务局）、二级机构（如县道路运输管理所）、派出机构（如县公安局草庙派出所）之一',
      '2:“创建范围”列是“也许”；应为“是”或“否”',
      '3:“名称”列没有填；单位最多80字，人员最多30字',
      '3:“单位类别”列是“乡镇”，而“人员”行不填这一列；请删去',
      '3:“电话”列是“12”；应为11位手机号或固定电话，如0557-7021234；留空不改动，要删去的写“删除”',
      '4:“岗位”列是“厨师”；应为创建单位经办人、创建单位法制机构负责人、创建单位主要负责人、科室经办人、法制办经办人、法制办负责人、领导小组秘书、考核组组长、考核组成员、会议秘书、系统管理员、安全管理员、审计管理员、查毒程序之一',
      '4:“开始日期”列：“2018-13-01”的月份不对，一年没有13月，请改正',
      '5:“类型”列是“机关”；应为单位、人员、岗位之一',
    ])
  })

  it('appointments that do not fit', () => {
    expect(
      said(
        '岗位,r001,,,,,,,创建单位经办人,,2018-01-01,',
        '岗位,r001,,,,,,,法制办负责人,dazhuang,2018-01-01,',
        '岗位,r001,,,,,,,会议秘书,,2018-01-02,2018/1/1',
        '岗位,r001,,,,,,,constructor,,2018-01-02,',
      ).map((one) => one.split(/[，；]/)[0]),
    ).toEqual([
      '2:“所在单位”列没有填',
      '3:“所在单位”列是“dazhuang”',
      '4:“结束日期”列是“2018/1/1”',
      '5:“岗位”列是“constructor”',
    ])
  })

  it('lines that stand twice', () => {
    expect(said(unit, person, post, unit, person, post)).toEqual([
      '5:“编号”列与第2行重复；请删去其中一行',
      '6:“编号”列与第3行重复；请删去其中一行',
      '6:“账号”列与第3行重复；请删去其中一行',
      '7:“岗位”列与第4行重复；请删去其中一行',
    ])
  })

  it('a header that lacks a column or has one too many, an empty file, a quote that does not end', () => {
    expect(readRoster('类型,编号,备注,说明').mistakes.map(({ sentence }) => sentence)).toEqual([
      `表头缺少“名称”、“单位类别”、“上级单位”、“创建范围”、“账号”、“电话”、“岗位”、“所在单位”、“开始日期”、“结束日期”列；表头应有：${COLUMNS.join(',')}`,
      '表头的“备注”、“说明”列不认识或重复了；请删去',
    ])
    const renamed = (typed: string, column: string) =>
      readRoster(COLUMNS.join(',').replace(column, typed)).mistakes.map(({ sentence }) => sentence)
    expect(renamed('帐号', '账号')).toEqual(['表头的“帐号”请改为“账号”'])
    expect(renamed('账号（必填）', '账号')).toEqual(['表头的“账号（必填）”请改为“账号”'])
    expect(renamed('*联系电话', '电话')).toEqual(['表头的“*联系电话”请改为“电话”'])
    expect(readRoster(`${COLUMNS.join(',')},帐号`).mistakes.map(({ sentence }) => sentence)).toEqual([
      '表头的“帐号”列不认识或重复了；请删去',
    ])
    expect(readRoster('').mistakes).toEqual([{ line: 1, sentence: '文件是空的；请选择填好的名册' }])
    expect(said(unit, '人员,"r001').map((one) => one.slice(0, 2))).toEqual(['3:'])
  })
})
