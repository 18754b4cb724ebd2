import { describe, expect, it } from 'vitest'
import { compareNames, eachOnce, inNameOrder, isFound, isSameName, tidyName, tidyParty } from './names.ts'
import { whyNoName } from './says/no-names.ts'

describe('a name', () => {
  it.each([
    ['何　英', '何英'],
    ['王\n伟', '王伟'],
    ['许\u200b建国\ufeff', '许建国'],
    ['⻢建国', '马建国'],
    ['⼤庄镇⼈⺠政府', '大庄镇人民政府'],
    ['\uf9dc', '隆'],
    ['县城管局(执法大队)', '县城管局（执法大队）'],
    ['县城管局 （ 执法大队 ）', '县城管局（执法大队）'],
    ['Ａ股（２０１８）办', 'A股（2018）办'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提 ・ 艾力', '买买提·艾力'],
    ['John  Smith (Jr)', 'John Smith (Jr)'],
    ['葛\u{e0100} 明', '葛\u{e0100}明'],
    ['\u3000\u200b', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(tidyName(typed)).toBe(kept)
    expect(tidyName(kept)).toBe(kept)
  })

  it('of a unit or of persons keeps two persons apart', () => {
    for (const [typed, kept] of [
      ['王伟 李四', '王伟 李四'],
      ['王伟\n李四', '王伟 李四'],
      ['何　英', '何英'],
      ['泗县 财政局', '泗县财政局'],
      ['大庄镇\n人民政府', '大庄镇人民政府'],
      ['买买提 • 艾力', '买买提·艾力'],
    ] as const)
      expect([tidyParty(typed), tidyParty(kept)]).toEqual([kept, kept])
  })

  it('is the same in whatever way it is typed', () => {
    for (const [one, other] of [
      ['县城管局（执法大队）', '县城管局(执法大队)'],
      ['ABC公司', 'ａｂｃ公司'],
      ['⻓沟镇', '长沟镇'],
      ['何　英', '何英'],
      ['葛\u{e0100}明', '葛明'],
      ['泗政〔2018〕38号', '泗政[2018]38号'],
      ['买买提·艾力', '买买提•艾力'],
    ] as const)
      expect([one, isSameName(one, other)]).toEqual([one, true])
    expect(isSameName('大庄镇', '大杨镇')).toBe(false)
    expect(eachOnce(['王伟', '何英', '王 伟'])).toEqual(['王伟', '何英'])
  })

  it('is found by each of its words, however they are typed', () => {
    const name = '县城市管理局（执法大队A）'
    for (const wanted of ['', ' ', '(执法', '（执法', '大队a', 'Ａ', '城市 执法', '\u200b', '城\u3000市', '⼤队'])
      expect([wanted, isFound(name, wanted)]).toEqual([wanted, true])
    for (const wanted of ['执法B', '城市 财政']) expect(isFound(name, wanted)).toBe(false)
    expect(isFound('⻓沟镇', '长沟')).toBe(true)
    for (const wanted of ['pdf', '.pdf', '通知.pdf', '通知．PDF']) expect(isFound('通知.PDF', wanted)).toBe(true)
    for (const [text, ...ways] of [
      ['关于印发“报告”的通知', '"报告"', '“报告', '＂报告＂', '「报告」'],
      ['大庄镇—草沟镇', '大庄镇-草沟', '大庄镇——草沟镇', '大庄镇－草沟镇'],
      ['2018—2', '2018-2', '2018－2', '2018–2'],
      ['买买提·艾力', '买买提.艾力', '买买提艾力', '买买提•艾力', '买买提．艾力', '买买提.', '提艾'],
    ] as const)
      for (const wanted of ways) expect([text, wanted, isFound(text, wanted)]).toEqual([text, wanted, true])
    expect(isFound('大庄镇草沟镇', '大庄镇-草沟')).toBe(false)
  })

  it('stands in the order of its sounds, not of code points', () => {
    const names = ['泗城镇', '大庄镇', '草沟镇', '长沟镇', '屏山镇']
    expect(names.toSorted(compareNames)).toEqual(
      ['草沟镇', '大庄镇', '屏山镇', '泗城镇', '长沟镇'].toSorted((a, b) => a.localeCompare(b, 'zh-Hans-CN')),
    )
    expect(names.toSorted(compareNames)[0]).toBe('草沟镇')
    expect(names.toSorted(compareNames)).not.toEqual(names.toSorted())
    const list = [{ name: '泗城镇' }, { name: '草沟镇' }]
    expect(inNameOrder(list).map(({ name }) => name)).toEqual(['草沟镇', '泗城镇'])
    expect(list[0]?.name).toBe('泗城镇')
  })

  it('is not what a worksheet writes in its place', () => {
    for (const wrong of [
      '#N/A',
      '#REF!',
      '＃N/A',
      '王?',
      '王？',
      '王\ufffd',
      '王□',
      '王■',
      '…',
      '---',
      '王\ue863',
      '#SPILL!',
      '＃CALC！',
      '####',
      '=A1',
      '＝A1&B1',
      // Nor what people or programs write for nothing.
      ...[
        '无',
        '同上',
        'null',
        'NULL',
        '（无）',
        '无。',
        '-无-',
        '待定',
        '名称',
        'undefined',
        'N/A',
        '某单位',
        'XX镇政府',
      ],
    ])
      expect(whyNoName(wrong)).toContain(wrong)
    for (const wrong of [
      ...'空缺 共3家 共三家 合计：3家 合计共3家 各乡镇 县直各单位 制表单位 制表单位：县法制办 上述单位 以上单位 本单位'.split(
        ' ',
      ),
      ...'不愿透露姓名 不署名 张三、李四 王伟13955571234 各单位'.split(' '),
      '王伟 李四',
    ])
      expect([wrong, whyNoName(wrong)]).toEqual([wrong, expect.stringContaining(`“${wrong}”`)])
    for (const name of '群众 知情人 知情人士 一群众 广大群众 人民群众 热心市民 匿名者 无名氏 举报人 异议人 村民 网友'.split(
      ' ',
    ))
      expect(whyNoName(name)).toBe(`“${name}”不是真实的姓名或名称；请填写真实姓名`)
    for (const name of (
      '保密 当事人 不愿透露 不便透露 不愿公开 不方便透露姓名 不愿说 要求保密 姓名保密 路人 路人甲 过路人 张某 张某某 李某甲 欧阳某 王先生 李女士 欧阳先生 ' +
      '夏小姐 何大爷 赵大妈 老王 小李 某先生 某女士 一位村民 当事者 受害人 利害关系人 家长 业主'
    ).split(' '))
      expect([name, whyNoName(name)]).toEqual([name, expect.stringMatching(/请填写真实姓名|不是名称；请填写名称/)])
    for (const right of '保密局 县保密局 张某建材店 泗县某某建材有限公司 先生餐饮店 王女 路人餐饮店 小李庄村 老王集乡 李同 阿依古丽 家长委员会 业主委员会 保密印刷厂'.split(
      ' ',
    ))
      expect([right, whyNoName(right)]).toEqual([right, undefined])
    for (const name of ['大庄镇人民政府（盖章）', '大庄镇人民政府(公章)', '县公安局（加盖公章）', '大庄镇（签章）'])
      expect(whyNoName(tidyName(name))).toContain('是表格上印的字，不是名称；请去掉')
    for (const name of (
      '大庄镇人民政府（签字盖章） 大庄镇人民政府（签字、盖章） 大庄镇人民政府（签名或盖章） 大庄镇人民政府（×） 大庄镇人民政府（xx） 大庄镇人民政府（ ） （大庄镇人民政府） ' +
      '大庄镇人民政府盖章 大庄镇人民政府加盖公章 大庄镇人民政府（盖章处） 大庄镇人民政府（章） 大庄镇人民政府（公章处） 大庄镇人民政府签章 大庄镇人民政府签字盖章 大庄镇人民政府公章 【大庄镇人民政府】 (大庄镇人民政府)'
    ).split(/ (?!）)/))
      expect([name, whyNoName(tidyName(name))]).toEqual([name, expect.stringMatching(/^“.+”.+；请去掉/)])
    for (const right of '大庄镇（原大庄乡）人民政府 （原）大庄乡 泗县印章制作中心 章集镇 章子山乡 泗县公章刻制管理所 市场监管局（一分局） 大庄镇（章集片区） 签字厅社区'.split(
      ' ',
    ))
      expect([right, whyNoName(right)]).toEqual([right, undefined])
    for (const right of '群众艺术馆 县群众工作局 村民委员会 李群众 居民服务中心 县档案局（馆） 章集镇（原章集乡）'.split(
      ' ',
    ))
      expect([right, whyNoName(right)]).toEqual([right, undefined])
    for (const right of [
      ...'泗县 各界联合会 三家子乡 共和镇 合计镇 以勒镇 此里卡乡 阿依古丽 王伟等人 高王镇 张黄街道 上海建工公司'.split(
        ' ',
      ),
      '大庄镇人民政府（原大庄乡）',
      '泗县某某建材有限公司',
      '县教育局、县体育局',
    ])
      expect([right, whyNoName(right)]).toEqual([right, undefined])
    for (const right of ['王伟', '县城管局（执法大队）', '买买提·艾力', 'A', '无为县人民政府', '无锡路街道', '同心镇'])
      expect(whyNoName(right)).toBeUndefined()
  })
})
