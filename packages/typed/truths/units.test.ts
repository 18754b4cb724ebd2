/** A county's organs in all their names: two of one organ are asked about, and two organs never are. */
import { assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { drawing } from '../../../test/fuzz/draw.ts'
import { likenessOf, mayBeSameUnit } from '../unit/same-unit.ts'
import { drawn, SEED } from './fixtures/drawn.ts'

/** Each line one organ, in the words of counties, without the county's own name. */
const ORGANS = `
县财政局
县司法局
县审计局
县统计局
县民政局
县公安局
县气象局
县林业局|县林业和草原局
县水利局
县商务局
县科技局|县科学技术局
县档案馆
县统计局调查队
县税务局
县人社局|县人力资源和社会保障局
县市场监管局|县市场监督管理局|县市监局
县城管局|县城市管理行政执法局|县城管执法局|县城市管理综合执法局
县教体局|县教育体育局|县教育和体育局
县卫健委|县卫生健康委员会|县卫生健康委|县卫计委|县卫生和计划生育委员会
县住建局|县住房和城乡建设局|县住房城乡建设局
县发改委|县发展和改革委员会|县发展改革委|县发改局
县应急局|县应急管理局|县安监局
县退役军人局|县退役军人事务局
县医保局|县医疗保障局
县自规局|县自然资源和规划局|县资规局|县自然资源局|县国土资源局|县国土局
县农业局|县农业农村局|县农委|县农业委员会
县文旅局|县文化和旅游局|县文化旅游体育局|县文化旅游局
县环保局|县生态环境分局|县生态环境局|县环境保护局
县交警大队|县公安局交通警察大队|县交警队|县公安局交警大队
县经信局|县经济和信息化局|县经信委
县烟草局|县烟草专卖局
县数据局|县数据资源管理局|县数据资源局
县信访局|县委县政府信访局
县公积金中心|县住房公积金管理中心|县住房公积金管理部
县疾控中心|县疾病预防控制中心
县残联|县残疾人联合会
县妇联|县妇女联合会
县工商联|县工商业联合会
团县委|共青团泗县委员会|泗县团委
县红会|县红十字会
县供销社|县供销合作社联合社
县消防大队|县消防救援大队
县编办|县委编办|县机构编制委员会办公室|县委机构编制委员会办公室
县政法委|县委政法委
县法院|县人民法院
县检察院|县人民检察院
县人防办|县人民防空办公室
县扶贫办|县扶贫开发办公室|县扶贫局
县地震局|县地震办|县地震办公室
县运管所|县道路运输管理所
县民宗局|县民族宗教事务局
县委组织部
县委宣传部
县委统战部
县政府办|县政府办公室
县委办|县委办公室
县人大办|县人大常委会办公室
县总工会
县科协|县科学技术协会
县文联
县粮食局
县招商局
县农机局|县农业机械管理局
县公路局|县公路管理局
县经济开发区管委会|县开发区|县经开区管委会
大庄镇人民政府|大庄镇|大庄镇政府
小庄镇人民政府|小庄镇
大杨乡人民政府|大杨乡
泗城街道办事处|泗城街道|泗城街道办
县公安局大庄派出所|大庄派出所
县司法局大庄司法所|大庄司法所
县公安局治安大队
县卫生监督所
县水务公司
县第一中学
县人民医院
县中医院`
  .trim()
  .split('\n')
  .map((line) => line.split('|'))

const isAsked = (one: string, other: string): boolean => mayBeSameUnit(likenessOf(one), likenessOf(other))
/** 县财政局 as others call it: 泗县财政局, 宿州市泗县财政局. */
const inCounty = (name: string, seed: number): string => {
  const { pick } = drawing(seed)
  if (/^县/.test(name)) return name.replace(/^县/, pick(['县', '泗县', '宿州市泗县']))
  return /^[^县]{2,3}[镇乡街]/u.test(name) ? `${pick(['', '泗县'])}${name}` : name
}

it('two names of one organ are asked about', () => {
  const several = ORGANS.filter((names) => names.length > 1)
  assert(
    property(constantFrom(...several), SEED, (names, seed) => {
      const { pick, int } = drawing(seed)
      const one = pick(names)
      const other = pick(names.filter((name) => name !== one))
      const pair = [inCounty(one, int(2 ** 30)), inCounty(other, int(2 ** 30))] as const
      expect([...pair, isAsked(...pair), isAsked(pair[1], pair[0])]).toEqual([...pair, true, true])
    }),
    drawn(1500),
  )
})

it('two organs are never asked about', () => {
  assert(
    property(constantFrom(...ORGANS), constantFrom(...ORGANS), SEED, (some, others, seed) => {
      if (some === others) return
      const { pick, int } = drawing(seed)
      const pair = [inCounty(pick(some), int(2 ** 30)), inCounty(pick(others), int(2 ** 30))] as const
      expect([...pair, isAsked(...pair)]).toEqual([...pair, false])
    }),
    drawn(4000),
  )
})

it('an organ of another county or level is another one', () => {
  const ofCounty = ORGANS.map((names) => names.filter((name) => name.startsWith('县'))).filter(([name]) => name)
  assert(
    property(constantFrom(...ofCounty), SEED, (names, seed) => {
      const { pick } = drawing(seed)
      const other = pick(names).replace(/^县/, pick(['灵璧县', '萧县', '市']))
      const pair = [pick(names).replace(/^县/, '泗县'), other] as const
      expect([...pair, isAsked(...pair)]).toEqual([...pair, false])
    }),
    drawn(500),
  )
})
