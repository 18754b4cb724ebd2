/** Mobile numbers among the words and numbers of papers: none is published, and no paper's number is taken for one. */
import { assert, property } from 'fast-check'
import { expect, it } from 'vitest'
import { drawing } from '../../../test/fuzz/draw.ts'
import { namesSomebody } from '../personal-numbers.ts'
import { drawn, SEED } from './fixtures/drawn.ts'

const words = (...lines: readonly string[]) => lines.flatMap((line) => line.split(' '))

const PREFIXES = words(
  '130 131 132 133 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 166 173 177 178 180 181 182 183 185 186 187 188 189 191 198 199',
)
const BEFORE = words(
  '决定书 《行政处罚决定书》 送达告知书 通知书 执法证 未出示执法证 缴费通知书 票据 票号 票据号码 收据号 罚没票据号码 案号 未写案号 没有证号 证号 执法证号 证号为 证号： 身份证号 单号 投诉单号 流水号 文书编号',
  '编号 编号3 工号 第1号 第三号 来信第12号 信访件编号20180601 泗政〔2018〕38号 号 证 证件号码不清 发票代码034001800111 执法证号13018080123 执法证号341318080123 手机号 微信号 联系人王伟 电话 机主 罚款200元 2018年6月15日 共12条 0557-7021234 张三 3份 8',
  '工单号 保单号 订单号 取件单号 许可证 营业执照 许可证号 申请书 告知 书面通知 第 （ 附件2 第3项',
)
const BETWEEN = [
  '',
  '，',
  '。',
  '、',
  '（',
  ' ',
  '：',
  '；',
  '》（',
  '\n',
  '——',
  '，电话',
  '，手机',
  '（电话',
  '，联系人王伟',
  '/',
  '和',
  '及',
  ':',
  '-',
  '(',
  '；手机：',
  '、手机',
]
const AFTER = [
  '',
  '。',
  '）',
  '，请核实',
  ' 王伟',
  '号',
  '号反映',
  '）号',
  '元旦',
  '元宵前',
  '元月前',
  '元，罚款',
  '家属',
  '年前',
  '分别打来',
  '日打来',
  '天天打',
  '、0557-7021234',
  ' 2018年6月',
  '，3次',
  '月底',
  '名叫王伟',
  '项目',
  '所有',
  '已签收',
  '人反映',
  '举报',
  '的投诉',
  '（微信同号）',
  '（证号不清）',
  '，证号13018080124',
]

/** What no rule can tell, and why. */
const EXCEPTIONS: Readonly<Record<string, (mobile: string, before: string) => boolean>> = {
  'numbers of papers of 河北, 山西 and 内蒙古 begin with province and city, as some mobile numbers do, and stand right behind their word':
    (mobile, before) =>
      /^(?:13(?:0[1-9]|1[01])|14(?:0\d|1[01])|15(?:0\d|2[259]))/.test(mobile) &&
      /(?:[号码]|编号)为?[:： （(]*$/.test(before),
  'and one beside another such number is the next of a list': (mobile, before) =>
    /(?:证号|号)13018080123[、，,和及/ ]+$/.test(before) && mobile.startsWith('1301'),
}

it('a mobile number is found beside whatever word of papers', () => {
  assert(
    property(SEED, (seed) => {
      const { pick, int } = drawing(seed)
      const mobile = `${pick(PREFIXES)}${String(int(1e8)).padStart(8, '0')}`
      const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)]
      const shown = pick([
        mobile,
        mobile,
        mobile,
        `${a} ${b} ${c}`,
        `${a}-${b}-${c}`,
        `${a}.${b}.${c}`,
        `+86 ${mobile}`,
        `${a} ${b}${c}`,
      ])
      // Digits that run into others without a mark are one number.
      const [before, between] = [pick(BEFORE), pick(BETWEEN)]
      const text = `${pick(['', '当事人', '经查，'])}${before}${/\d$/.test(before) ? `，${between}` : between}${shown}${pick(AFTER)}`
      // 150 1600 1700元 are counts.
      if (/0 \d{3}0 \d{3}0元，/.test(text)) return
      if (!Object.values(EXCEPTIONS).some((is) => is(mobile, text.slice(0, text.indexOf(shown)))))
        expect([text, namesSomebody(text)]).toEqual([text, true])
    }),
    drawn(5000),
  )
})

/** What the numbers of papers begin with: a province's and a city's code. */
const PROVINCES = words('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65')
const SHAPES: readonly ((number: string, next: string) => string)[] = [
  (number) => `执法证号${number}`,
  (number) => `执法人员王伟（执法证号：${number}）`,
  (number) => `执法证（证号${number}）已过期`,
  (number) => `证号为${number}，有效期至2018年6月`,
  (number, next) => `执法证号：${number}、${next}`,
  (number, next) => `证号分别为${number}和${next}`,
  (number) => `票据号码 ${number}`,
  (number) => `行政处罚决定书文书编号${number}`,
  (number) => `许可证编号：${number}`,
]
it("a paper's number of any province is none", () => {
  assert(
    property(SEED, (seed) => {
      const { pick, int } = drawing(seed)
      const code = `${pick(PROVINCES)}0${1 + int(9)}`
      const digits = pick([5, 6, 7, 7, 8])
      const serial = int(10 ** digits - 1)
      const [number, next] = [serial, serial + 1].map((one) => `${code}${String(one).padStart(digits, '0')}`)
      const text = pick(SHAPES)(number ?? '', next ?? '')
      // 13, 14 and 15 have no city beyond these.
      if (!/^1[45]0[^1-9]|^15(?!0|2[259])/.test(code)) expect([text, namesSomebody(text)]).toEqual([text, false])
    }),
    drawn(1500),
  )
})

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
it('the number of a case by the day it was written down is none, and whoever was born on a day is known by it', () => {
  const ofCase = words('信访编号 信访件编号： 信访事项编号为 受理号 登记号： 编号 案件编号:')
  const ofPerson = words('身份证 身份证号： 身份证编号 证件编号： 信访人编号 户籍编号 学籍编号 学生编号 王伟， 王伟')
  assert(
    property(SEED, (seed) => {
      const { pick, int } = drawing(seed)
      // 13, 14 and 15 begin mobile numbers as well, with another number behind them.
      const number = (year: number) =>
        `${pick(PROVINCES.filter((one) => !/1[345]/.test(one)))}${pad(1 + int(30))}${pad(1 + int(30))}${year}${pad(1 + int(12))}${pad(1 + int(28))}${pad(int(1e4), 4)}`
      const [before, behind] = [pick(['', '经查，']), pick(['', '。', '，已办结', '反映'])]
      const text = `${before}${pick(ofCase)}${number(2010 + int(17))}${behind}`
      expect([text, namesSomebody(text)]).toEqual([text, false])
      const named = `${before}${pick([...ofCase, ...ofPerson])}${number(1930 + int(80))}${behind}`
      const young = `${before}${pick(ofPerson)}${number(2010 + int(17))}${behind}`
      for (const one of [named, young]) expect([one, namesSomebody(one)]).toEqual([one, true])
    }),
    drawn(1500),
  )
})
