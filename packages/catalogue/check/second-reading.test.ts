/** What two further readings of the packs against their documents mended: one row a difference, with the right value. */
import { describe, expect, it } from 'vitest'
import { type Catalogue, type Item, isLikely, wordOf } from '../catalogue.ts'
import { openPack, packIds } from '../open-packs.ts'
import { itemsOf, placedItems, sourceOf } from '../walk-catalogue.ts'
import { factsOf, namesOf, sayDocument, sayDue, sayOrgans } from '../words/say-facts.ts'

const packs = new Map(packIds().map((id) => [id, openPack(id).catalogue!]))
const pack = (id: string): Catalogue => packs.get(id)!
const holder = (id: string): Catalogue =>
  [...packs.values()].find((one) => itemsOf(one).some((item) => item.id === id))!
const item = (id: string): Item => itemsOf(holder(id)).find((one) => one.id === id)!
const named = (id: string, role: 'lead' | 'responsible' | 'assisting' | 'reviewing'): string[] =>
  namesOf(item(id)[role], holder(id))
const facts = (id: string): string[] => factsOf(item(id), holder(id))

describe('titles say what the document asks', () => {
  it.each([
    ['sx-v-1', '班子成员重大违法违纪，受撤销党内职务或行政职务以上处分'],
    ['sx-v-2', '规范性文件抵触上位法造成不良影响，被上级责令纠正'],
    ['sx-v-4', '群体性事件影响重大，或其他事件在当地影响恶劣'],
    ['sx-v-5', '拒不履行生效裁判、复议决定、责令改正等监督意见，影响严重'],
    ['sx-v-6', '有处罚职能的部门，处罚案件数多年明显与违法现实不符'],
    ['sx-1-08', '考核指标计入目标和绩效考核，结果用于评价人员'],
    ['sx-2-05', '应听证和涉及重大利益的决策全部听证'],
    ['sx-2-11', '重大政策和项目评估合法、合理、可行、可控'],
    ['sx-4-15', '政务服务网可咨询、申报、办理、查询、投诉'],
    ['sx-5-03', '重大行政行为和规范性文件有件必备、有错必纠'],
    ['sxc-1', '《纲要》《决定》落实见效，主要负责人尽到责任'],
    ['sxc-2', '职能转变和管理体制改革见成效'],
    ['yz-06', '任前考察法律知识和依法行政情况，重视提拔善用法律者'],
    ['yz-13', '规范性文件报上级政府和人大常委会备案，目录上网'],
    ['yz-33', '重大案件负责人出庭，履行裁判，重视司法建议'],
    ['cz-08', '涉切身利益、有重大分歧的重大决策都听证'],
    ['cz-16', '规范性文件不适应、抵触或不协调的修废公布，有后评估'],
    ['cz-34', '任前考察法律知识和依法行政，录用考试测法律'],
    ['cs-1-1-2', '重视提拔依法办事、善用法律的干部'],
    ['cs-4-2-3', '重大事项评估风险，未评估或不可控的不决策'],
    ['cs-4-2-6', '没有违法决策引发重大群体事件或集体上访'],
    ['cs-4-2-7', '没有决策被纠正撤销或致行政行为被确认违法'],
    ['cs-4-3-3', '决策越权、违反程序或失误致严重后果的追责'],
    ['cs-5-2-3', '持证执法，无资格人员不上岗，管好协管员'],
    ['zz-010', '推行大部门制，优化机构设置，办事有标准'],
    ['zz-011', '各级政府事权划分清楚并成制度'],
    ['zz-024', '购买服务有目录有监管，推广政府和社会资本合作'],
    ['zz-044', '重大决策集体讨论、行政首长决定，不从多数的说明理由'],
    ['zz-067', '核定执法编制，调整出的编制充实基层'],
    ['zz-072', '接受政协监督，意见建议及时办理，定期通报'],
    ['sx-1-09', '县依法行政年度考核连续两年优秀'],
    ['sx-3-13', '规范性文件内容合法，不越权设权、不违法加义务'],
    ['sxc-5', '规范性文件制定、备案质量较高'],
    ['cz-18', '探索多领域综合执法，理顺城管，改进方式'],
    ['cz-40', '考核计入绩效，为各机关建依法行政档案'],
    ['cs-1-2-1', '每年制订领导干部依法行政培训计划'],
    ['cs-3-3-5', '事关全局和群众利益的规范性文件满2年评估'],
    ['cs-4-2-1', '涉及公共和群众利益的重大决策依规听证'],
    ['cs-7-1-1', '矛盾排查基本健全，推动稳定风险评估'],
    ['zz-027', '资源有偿使用、可以交易，探索生态补偿'],
    ['zz-050', '理顺强制执行范围权限，探索机关协作'],
    ['zz-059', '逐步建立守法信用记录，褒扬守信、惩戒失信'],
    ['zz-062', '网上考试合格方可发证，持证人员信息公开'],
    ['zz-092', '力争网上信访成为主渠道，就地解决诉求'],
    ['zz-105', '党政主要负责人履行第一责任，失责致严重后果的追究'],
  ])('%s', (id, title) => expect(item(id).title).toBe(title))
  it('the plan by its whole name', () => expect(pack('zhuzhou').title).toBe('株洲县法治政府建设实施方案'))
  it.each(packIds())('%s: no word of the street, and 规范性文件 in full', (id) => {
    const odd =
      /一把手|害民|人和时|四性|不算数|站得住|管用|酿成|一道不少|可诉|能放的放|该补的补|市府|的人、钱|人、钱|回音/
    const short = /(^|，|被)文件|清理文件|制定文件|对文件/
    const said = itemsOf(pack(id)).filter(({ title }) => odd.test(title) || short.test(title))
    expect(said.map(({ title }) => title)).toEqual([])
  })
})

describe('numbers bind as the document has them bind', () => {
  it.each([
    ['sx-1-03', ['专题研究和部署：每年', '年度工作计划：每年']],
    ['cz-14', ['报上一级政府备案：文件发布之日起15日内，限市、县市区政府']],
    ['cz-37', ['政府法制机构增加人员不少于1人，不多于2人（原则要求）']],
    ['cz-38', ['每个领导班子的法律人才不少于1人（逐步达到）']],
    ['cs-7-2-2', ['符合法定条件的复议申请受理率不少于100%', '按时办结率不少于100%']],
    ['zz-002', ['证照管理方案：不迟于2017年12月31日（含当日）']],
    ['zz-001', ['县本级许可事项清理公布：每年，限县编办、县政府工作部门']],
    ['zz-032', ['到期文件清理：每年，限规范性文件实施部门']],
    ['zz-052', ['执法程序梳理公布：不迟于2017年12月31日（含当日），限各行政执法部门']],
    ['zz-060', ['执法岗责明确公布：不迟于2017年12月31日（含当日），限各行政执法部门']],
    ['zz-036', ['公开征求意见的期限（自公告之日起）不少于20日']],
    [
      'zz-106',
      [
        '镇政府报镇党委、人大常委会和县政府：每年不迟于1月底（自2017年起），限各镇政府',
        '县政府报县委、人大常委会和市政府：每年不迟于2月底（自2017年起），限县政府',
        '部门报县政府和上一级政府有关部门：每年不迟于1月底（自2017年起），限县政府工作部门',
      ],
    ],
  ])('%s', (id, said) => expect(facts(id)).toEqual(said))
  it('a veto by when it is discovered', () => {
    const vetoes = itemsOf(pack('sixian')).filter(({ kind }) => kind === 'veto')
    expect(vetoes.map(({ id }) => facts(id))).toEqual(vetoes.map(() => ['两年内发现']))
  })
  it('what the plan gives no date, by its date in principle', () =>
    expect(sayDue(pack('zhuzhou'))).toBe('未写明期限的，原则上不迟于2019年12月31日（含当日）完成'))
  it.each(['zz-001', 'zz-007', 'zz-032'])('%s comes back every year', (id) =>
    expect([item(id).kind, item(id).recurrences?.map(({ every }) => every)]).toEqual(['frequency', ['year']]),
  )
})

describe('organs stand in the role that the document gives them', () => {
  it.each([
    ['cz-03', ['市、县市区政府', '政府有关部门'], []],
    ['cz-10', ['市、县市区政府', '政府有关部门'], ['法制机构']],
    ['cz-14', ['市、县市区政府'], ['备案机关']],
    ['cz-16', ['文件起草或实施单位', '文件制定机关'], []],
    ['cz-24', ['政府法制机构（部门）'], ['监察部门', '财政部门', '审计部门', '等部门']],
    ['cz-27', ['行政机关', '行政执法机关（部门）'], []],
    ['cz-28', ['行政机关', '行政执法机关（部门）'], []],
    ['cz-30', ['面向社会服务的政府部门', '公共企事业单位'], []],
    ['cz-32', [], []],
    ['cz-33', ['上级行政机关'], ['纪检监察部门', '政府法制机构（部门）', '审计部门', '财政部门', '等部门']],
    ['yz-29', ['面向社会服务的部门'], []],
    ['zz-043', ['县政府相关工作部门', '各镇政府'], ['县监察局', '县财政局', '县审计局', '等部门']],
    ['zz-e3', [], []],
  ])('%s', (id, responsible, reviewing) => {
    expect(named(id, 'responsible')).toEqual(responsible)
    expect(named(id, 'reviewing')).toEqual(reviewing)
    expect(named(id, 'assisting')).toEqual([])
  })
  it('株洲 prints 有关 in eight measures and 相关 in 67', () => {
    const measures = (name: string) =>
      itemsOf(pack('zhuzhou')).filter(({ id }) => named(id, 'responsible').includes(`县政府${name}工作部门`))
    expect(measures('有关').map(({ number }) => number)).toEqual([2, 5, 6, 9, 18, 19, 21, 22])
    expect(measures('相关')).toHaveLength(67)
  })
  it('whatever is listed is used', () => {
    for (const catalogue of packs.values()) {
      const bound = (one: Item) => [...(one.thresholds ?? []), ...(one.deadlines ?? []), ...(one.recurrences ?? [])]
      const used = new Set(
        itemsOf(catalogue).flatMap((one) =>
          [one.lead, one.responsible, one.assisting, one.reviewing, one.suppliedBy]
            .concat(bound(one).map(({ organs }) => organs))
            .flatMap((ids) => ids ?? []),
        ),
      )
      expect(catalogue.organs.filter(({ id }) => !used.has(id))).toEqual([])
    }
  })
  it('an open end is no organ: no comma before 等', () =>
    expect(sayOrgans(item('zz-012').responsible, pack('zhuzhou'))).toBe('县财政局、县政府法制办、县政府金融办等部门'))
})

describe('oddities of the print are noted', () => {
  it.each([
    ['zz-002', '可作两解'],
    ['zz-007', '权利清单'],
    ['zz-025', '“得”'],
    ['zz-027', '培育'],
    ['zz-043', '缺“县”字'],
    ['zz-053', '“行政”二字'],
    ['zz-054', '缺“县”字'],
    ['zz-106', '推定'],
    ['zz-106', '镇级没有人大常委会'],
    ['cz-32', '没有写明'],
    ['sx-1-03', '每年一订的只是年度计划'],
  ])('%s: %s', (id, said) => expect(item(id).note).toContain(said))
})

describe('the document itself', () => {
  it('泗县 prints 第二批 plainly', () => {
    for (const id of ['sixian', 'sixian-conditions']) {
      const { edition } = pack(id)
      expect([wordOf(edition!), isLikely(edition!)]).toEqual(['第二批', false])
    }
  })
  it.each([
    ['yongzhou', undefined],
    ['sixian', '泗县人民政府办公室'],
    ['sixian-conditions', '泗县人民政府办公室'],
    ['chenzhou', '郴州市人民政府'],
    ['changzhou', '常州市城市管理局'],
    ['zhuzhou', '中共株洲县委、株洲县人民政府'],
  ])('%s is issued by %s', (id, issuer) => {
    expect(pack(id).document.issuer).toBe(issuer)
    expect(sayDocument(pack(id)).startsWith(`${issuer ?? ''}《`)).toBe(true)
  })
  it('has the basic conditions in its second part, under no number of their own', () => {
    const conditions = pack('sixian-conditions')
    expect(sourceOf(conditions, placedItems(conditions)[0]!)).toBe('泗政办秘〔2018〕22号 第二部分 第1项')
  })
})
