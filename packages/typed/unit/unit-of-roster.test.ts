import { expect, it } from 'vitest'
import { whyNotOneUnit, withoutUnitNameNote } from '../no-units.ts'

it.each(['×镇人民政府', '泗县某镇', '**局', '张三', '王伟'])('%s is no unit of a roster', (name) => {
  expect(whyNotOneUnit(name)).toMatch(/请填写单位全称$/)
})
it.each([
  ...[
    '县自然资源和规划局大许所',
    '市自然资源和规划局孔城中心所',
    '县税务局稽查局',
    '县市场监管局稽查队',
    '县税务局第一税务分局',
  ],
  ...[
    '安徽省淮河河道管理局泗县管理所',
    '县烟草专卖局（分公司）',
    '县发改委（粮储局、能源局）',
    '县应急局（防震减灾局）',
  ],
  ...[
    '泗县海关',
    '县地方志编纂室',
    '泗县银保监监管组',
    '辉苏木人民政府',
    '苏木综合行政执法局',
    '第八师石总场',
    '红星一场',
  ],
])('%s, an office of an office or with two signs, is one', (name) => expect(whyNotOneUnit(name)).toBeUndefined())
it.each([
  '县财政局（已撤销）',
  '县财政局、县司法局',
  '县财政局县司法局稽查局',
  '县财政局（新增局）',
  '城关派出所、城东派出所',
  '大庄镇人民政府、派出所',
  '大庄镇财政所、司法所',
  '县公安局交警大队、治安大队',
  ...[
    '县一中、二中',
    '县卫计委（现卫健委）',
    '县旅游局（现为县文旅局）',
    '县扶贫办更名为乡村振兴局',
    '县法制办并入司法局',
  ],
  ...['县人防办合并到住建局', '县公安局（含派出所）', '县公安局各派出所', '例如大庄镇'],
  '县财政局、县民政局',
])('%s is not', (name) => expect(whyNotOneUnit(name)).toMatch(/请/u))
it.each([
  ...['如东县财政局', '如皋市公安局', '如意镇人民政府', '国家税务总局和县税务局', '马鞍山市生态环境局和县分局'],
  ...['县委办公室、县政府办公室（单位名称）', '大庄镇党委、政府（单位名称）', '县委党校、县行政学校（单位名称）'],
])('%s is one as well', (name) => expect(whyNotOneUnit(name)).toBeUndefined())
it.each(['大庄镇人民政府', '县财政局', '县妇联', '安徽泗县经济开发区管理委员会', '高新办', '泗县供电公司', '县人大'])(
  '%s is one',
  (name) => expect(whyNotOneUnit(name)).toBeUndefined(),
)

it('takes off however many notes somebody has written, in either word', () => {
  for (const note of ['（单位名称）', '（单位全称）', '（单位名称）（单位名称）', '（单位全称）（单位名称）'])
    expect([withoutUnitNameNote(`县剧团${note}`), whyNotOneUnit(`县剧团${note}`)]).toEqual(['县剧团', undefined])
})
