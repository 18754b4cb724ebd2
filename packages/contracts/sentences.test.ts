/** An explanation is a sentence wherever one is asked for, and a signed opinion has words. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { forms } from '#procedure/forms.ts'
import { procedures } from '#procedure/procedures.ts'
import { announcementBody, returnPreparationBody } from './announcement.ts'
import { recordBody } from './assessment/assessment.ts'
import { callBody } from './call.ts'
import * as ofCase from './case-forms.ts'
import { amendmentBody, cancellingBody } from './change.ts'
import { type FormSchema, fieldErrors, fieldsOf, schemaOf, schemaOfShown, wrongFields } from './forms.ts'
import { holidaysBody } from './holidays.ts'
import { listBody, resolutionBody } from './meeting.ts'
import { enteredObjection, noticeBody, returnBody } from './notice.ts'
import { declineForm, findingForm } from './objections.ts'
import { remindBody } from './reminders.ts'
import { typedText } from './rules.ts'
import { whySaysNothing } from './sentences.ts'
import { SAYS } from './shown/field-definition.ts'

const NOTHING = [
  '。',
  '。。。。',
  '----',
  'aaaa',
  '13955571234',
  '一\u200b\u200b\u200b二',
  '无无无无',
  '同上同上',
  '一二三四',
  'asdf',
  '#REF!',
  '没有理由',
]
const saidAt = (body: z.ZodMiniType, path: string, value: string): string | undefined => {
  const sent = path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, name) => ({ [name]: inner }), value)
  const { error } = body.safeParse(sent)
  const said = error ? fieldErrors(error.issues)[path] : undefined
  return said
}

const SENTENCES: readonly [string, z.ZodMiniType, string?][] = [
  ['correction', ofCase.correctionBody],
  ['return of a draft', ofCase.returnDraftBody],
  ['unchanged form', ofCase.submitBody, 'explanation'],
  ['return by the signer', ofCase.declineBody],
  ['withdrawal', ofCase.withdrawForm],
  ['withdrawal on paper', ofCase.withdrawOnPaperForm],
  ['veto', ofCase.vetoBody, 'source'],
  ['dismissal of a veto', ofCase.dismissVetoBody],
  ['extension', ofCase.extendFormAfter()],
  ['progress', ofCase.progressBody, 'text'],
  ['guidance', ofCase.guideForm, 'text'],
  ['method of an inquiry', recordBody, 'findings'],
  ['result of an inquiry', ofCase.settleBody],
  ['amendment', amendmentBody],
  ['end of a batch', cancellingBody],
  ['return of a decision', returnPreparationBody],
  ['return of a notice', returnBody],
  ['objection that is not admitted', declineForm],
  ['finding', findingForm],
  ['answer', findingForm, 'reply'],
  ['reminder', remindBody, 'text'],
]
describe.each(SENTENCES)('the reason of a %s', (_, body, path = 'reason') => {
  it.each(NOTHING)('is not %j, which is said at its field with what was received', (typed) => {
    // A telephone number of what everybody reads is refused for being one.
    expect(saidAt(body, path, typed)).toMatch(/^“.*”没有写明.+；请用文字写明，不少于三个字$|^请去掉手机号码/)
  })
  it('is a sentence', () => expect(saidAt(body, path, '所附材料与填写内容不符')).toBeUndefined())
})

const WORDS: readonly [string, z.ZodMiniType, string][] = [
  ['signature', ofCase.signForm, 'opinion'],
  ['judgement', ofCase.judgingBody, 'reason'],
  ['withdrawal that is not agreed to', ofCase.cancelWithdrawalBody, 'reason'],
  ['draft that is taken back', ofCase.returnCorrectionBody, 'reason'],
  ['objection that was entered', enteredObjection, 'summary'],
]
describe.each(WORDS)('the opinion of a %s', (_, body, path) => {
  it.each(['。', '。。。', '--', '1', 'aaaa', '同'.repeat(3), '无', '略', '同上', '一', '的', '嗯', '#N/A'])(
    'is not %j',
    (typed) => expect(saidAt(body, path, typed)).toMatch(/^“.*”没有写明.+；请用文字写明$/),
  )
  it.each(['同意', '阅。', '同意上报'])('is %j', (typed) => expect(saidAt(body, path, typed)).toBeUndefined())
})
it('an opinion is in Chinese, and who objects writes in any language', () => {
  expect(saidAt(ofCase.signForm, 'opinion', 'OK')).toBe('“OK”没有写明意见；请用中文写明')
  expect(saidAt(ofCase.returnDraftForm, 'reason', 'page 3 is missing')).toBe(
    '“page 3 is missing”没有写明退回理由；请用中文写明，不少于三个字',
  )
  expect(saidAt(enteredObjection, 'summary', 'The list is wrong')).toBeUndefined()
})

describe('a judgement', () => {
  const [value] = procedures.flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => (step.kind === 'judgement' ? [step] : [])),
  )
  if (!value) throw new Error('no procedure judges')
  const form = forms[value.form]
  if (!form) throw new Error('no form')
  const schema = ofCase.judgingForm(value, form, [])
  const outcomes = Object.entries(value.outcomes)
  const accept = outcomes.find(([, { on }]) => on)?.[0]
  const others = outcomes.filter(([, { on }]) => !on).map(([name]) => name)
  const wrong = (of: FormSchema, outcome: string | undefined, reason: string) => wrongFields(of, { outcome, reason })
  // As the console has it: made of what the API sends.
  it.each([
    ['at the server', schema],
    ['on screen', schemaOfShown(fieldsOf(schema))],
  ])('that leads on has words, any other one is explained: %s', (_, of) => {
    expect(wrong(of, accept, '同意')).toEqual({})
    expect(Object.keys(wrong(of, accept, '。'))).toEqual(['reason'])
    expect(others.length).toBeGreaterThan(1)
    for (const outcome of others) {
      expect(wrong(of, outcome, '材料不齐，请补齐后提交')).toEqual({})
      expect(wrong(of, outcome, '不行')).toEqual({
        reason: '“不行”没有写明意见和理由；请用文字写明，不少于三个字',
      })
      expect(Object.keys(wrong(of, outcome, '。'))).toEqual(['reason'])
    }
  })
  it('tells it together with what else is wrong', () =>
    expect(
      Object.keys(wrongFields(schema, { outcome: others[0], reason: '不行', reopens: ['no-such-question'] })),
    ).toEqual(expect.arrayContaining(['reason', 'reopens.0'])))
  it('is not told of twice where nothing was typed', () =>
    expect(wrong(schema, others[0], ' ')).toEqual({ reason: '请填写意见和理由' }))
})

describe('a meeting', () => {
  it('explains what it decides otherwise for one unit', () => {
    const { error } = resolutionBody.safeParse({ exceptions: [{ case: 'a', outcome: 'no', reason: '。' }] })
    expect(fieldErrors(error?.issues ?? [])['exceptions.0.reason']).toMatch(/没有写明例外理由/)
  })
  it.each([
    ['。', true],
    ['多数人认为应当缓议', false],
    ['', false],
  ])('says what most of it thought, where its head decided otherwise: %j', (majorityDiffered, isWrong) => {
    const { error } = resolutionBody.safeParse({ how: { kind: 'discussion', majorityDiffered } })
    expect('how.majorityDiffered' in fieldErrors(error?.issues ?? [])).toBe(isWrong)
  })
})

const QUESTIONS = Object.values(forms).flatMap((form) =>
  form.fields.flatMap(({ name, kind, format }): [string, z.ZodMiniType, string][] =>
    (kind === 'text' || kind === 'longText') && !format ? [[form.title, schemaOf(form), name]] : [],
  ),
)
const TEXTS: readonly [string, z.ZodMiniType, string][] = [
  ['call', callBody, 'title'],
  ['call', callBody, 'approval.by'],
  ['holidays', holidaysBody, 'source'],
  ['meeting', resolutionBody, 'meeting'],
  ['list', listBody, 'text'],
  ['notice', noticeBody, 'title'],
  ['notice', noticeBody, 'text'],
  ['notice', noticeBody, 'publication.place'],
  ['decision', announcementBody, 'title'],
  ['decision', announcementBody, 'text'],
  ['inquiry', recordBody, 'place'],
  ...QUESTIONS,
]
const NUMBERS: readonly [string, z.ZodMiniType, string][] = [
  ['call', callBody, 'approval.reference'],
  ['meeting', resolutionBody, 'number'],
  ['amendment', amendmentBody, 'number'],
  ['end of a batch', cancellingBody, 'number'],
  ['decision', announcementBody, 'number'],
  ['objection', enteredObjection, 'contact'],
]
/** Blanks of a template, and talk that fills a field. */
const UNFILLED = [
  ...[
    '县政府第　　次常务会议',
    '第　　号',
    '关于开展____年度××创建的通知',
    '泗政办秘〔2018〕 号',
    '泗政办秘〔2018〕×号',
  ],
  ...['〔2018〕号', '〔〕号', '泗政办秘〔20××〕22号', '无文号', '待发文', '××县人民政府', '请输入标题', '号'],
]
const UNSAID = ['无', '——', '#N/A', '#REF!', '×', '。。', '同上', '待定', '/', '？', '？？？？', '略']
const isLine = (body: z.ZodMiniType, path: string) => saidAt(body, path, '=A1')?.includes('公式')
describe.each([...TEXTS, ...NUMBERS])('the text of a %s', (_, body, path) => {
  it.each(UNSAID)(`${path} is not %j, which is said with what was received and what to do`, (typed) => {
    const said = saidAt(body, path, typed)
    expect(said).toContain(`“${typed}”`)
    expect(said).toMatch(/；请(填写|改正)/)
  })
  const sample = path === 'approval.by' ? '泗县人民政府' : '泗政办秘〔2018〕22号'
  it(`${path} is a text`, () => expect(saidAt(body, path, sample)).toBeUndefined())
})
const ofLines = (all: typeof TEXTS) => all.filter(([what, body, path]) => isLine(body, path) && what !== 'objection')
describe.each(ofLines([...TEXTS, ...NUMBERS]))('the line of a %s', (_, body, path) => {
  it.each(UNFILLED)(`${path} has no blank that nobody filled in: %j`, (typed) =>
    expect(saidAt(body, path, typed)).toMatch(/^“.+”(中的“.+”没有填好；请改成实际内容|没有写明.+|不是完整的.+)$/),
  )
})
it('knows which fields are lines that the county publishes or records', () =>
  expect(ofLines([...TEXTS, ...NUMBERS]).map(([what, , path]) => `${what} ${path}`)).toEqual([
    ...[
      'call title',
      'call approval.by',
      'holidays source',
      'meeting meeting',
      'notice title',
      'notice publication.place',
    ],
    ...[
      'decision title',
      'decision text',
      'inquiry place',
      ...QUESTIONS.filter(([, body, path]) => isLine(body, path)).map(([what, , path]) => `${what} ${path}`),
    ],
    ...['call approval.reference', 'meeting number', 'amendment number', 'end of a batch number', 'decision number'],
  ]))
it.each(TEXTS)('the text of a %s says something', (_, body, path) => {
  for (const typed of ['一二三四', 'aaaa', '没有理由', '阿斯顿发', '呵呵呵呵', 'a', '甲', '同意', '测试测试'])
    expect([typed, saidAt(body, path, typed)]).toEqual([typed, expect.stringContaining('没有写明')])
})
it.each(['张三', '领导', '县长', '主要领导', '某县人民政府', '（机关名称）'])('%j approves no call', (typed) =>
  expect(saidAt(callBody, 'approval.by', typed)).toMatch(
    /不能确定是哪个机关；请写批准机关的全称，如“泗县人民政府”|没有写明批准机关；请填写批准机关|没有填好；请改成实际内容/,
  ),
)
it.each(['http://', 'https://www.', '网址', '待发布', '第 版'])('%j is no place', (typed) => {
  for (const [body, path] of [
    [noticeBody, 'publication.place'],
    [recordBody, 'place'],
  ] as const)
    expect(saidAt(body, path, typed)).toMatch(/没有写明|没有填好/)
})
it('is not the prompt of its own field, whatever the field is to say', () => {
  for (const [body, path, label] of [
    [noticeBody, 'title', '公示标题'],
    [ofCase.signForm, 'opinion', '意见'],
    [returnBody, 'reason', '退回理由'],
    [enteredObjection, 'summary', '异议内容摘要'],
    [ofCase.disagreeForm, 'reason', '不同意的理由'],
    [callBody, 'approval.reference', '批准文号'],
  ] as const)
    for (const typed of [`请填写${label}`, `请输入${label}。`, `（请在此填写${label}）`, `${label}：`])
      expect([typed, saidAt(body, path, typed)]).toEqual([typed, expect.stringContaining('没有写明')])
})
it('is not the label of its own field', () =>
  expect(saidAt(noticeBody, 'title', '公示标题')).toBe('“公示标题”没有写明公示标题；请填写公示标题'))
it('says which blank nobody filled in, also in a reason and an opinion', () => {
  expect(saidAt(callBody, 'approval.reference', '泗政办秘〔2018〕　号')).toBe(
    '“泗政办秘〔2018〕 号”中的“〔2018〕 号”没有填好；请改成实际内容',
  )
  expect(saidAt(callBody, 'approval.reference', '待县长批准')).toBe(
    '“待县长批准”不是完整的批准文号；请写到第几号或第几次，如“泗政办秘〔2018〕22号”',
  )
  expect(saidAt(amendmentBody, 'reason', '因××原因推迟公示')).toContain('中的“××”没有填好')
  expect(saidAt(ofCase.signForm, 'opinion', '同意推荐。2018年　月　日')).toContain('没有填好')
  // Whoever objects hides a name.
  expect(saidAt(enteredObjection, 'summary', '该单位干部××收费不开票')).toBeUndefined()
})
/** What is wrong with a paper is told in its own words. */
const OF_BLANKS = [
  '落款未写年月日，请补填',
  '封面缺年月日',
  '签署日期栏年月日均未填写，请补填后重新提交',
  '附件2第3页“年 月 日”空着，请补填日期',
  '申请表落款日期“  年  月  日”未填，退回补填',
  '出生年月日与身份证不一致',
  '复印件中年月日看不清',
  '合同签订年月日前后不一',
  '签字处无年月日',
  '请补填签字人及年月日',
  '文号空缺，写作“泗政办秘〔2018〕 号”，请补号',
  '文号写成泗政办秘〔2018〕号，缺序号',
  '决定书文号为“泗政〔2018〕×号”',
  '“第 次常务会议”未填次数',
  '会议纪要“第×次”未改',
  '“××单位”与附件不一致',
  '“XX镇”未替换',
  '公示稿中还留有“____”下划线空格',
  '横线处____未填',
  '请将“20XX年”改为2018年',
  '请将20XX年改为2018年',
  '封面“201×年”应为2018年',
  '正文留有{{unit}}字样',
  '正文中的“{{unit}}”没有换掉',
  '受理日期写成“2018年月日”',
  '请按“×年×月×日”格式填写日期',
  '请按XXXX-XX-XX格式填写',
  '请按照“关于××的报告”格式拟标题',
  '会议时间写作“5月  日”，请补',
  '案号应为（2018）皖1324行初××号，请补全',
  '第N次催告无记录',
  'ＸＸ公司处罚案卷超期',
  '××建材有限公司投诉属实',
  '根据县纪委《关于××同志处分的决定》',
  // As short as officials write.
  '无进展',
  '无公章',
  '不属实',
  '因疫情',
]
it.each(OF_BLANKS)('%j is a reason and an opinion', (typed) => {
  expect(saidAt(returnBody, 'reason', typed)).toBeUndefined()
  expect(saidAt(ofCase.progressBody, 'text', typed)).toBeUndefined()
  expect(saidAt(ofCase.signForm, 'opinion', typed)).toBeUndefined()
})
it.each([
  '因××原因推迟公示',
  '同意××镇申报',
  '经第　次会议研究同意',
  '按泗政〔2018〕　号办理',
  '____年度考核不合格',
  '20××年考核不合格',
  '同意推荐。2018年　月　日',
  '同意推荐。　年　月　日',
  '同意推荐。2018年月日',
])('%j leaves a blank of its own, and is told which', (typed) => {
  expect(saidAt(returnBody, 'reason', typed)).toContain('没有填好；请改成实际内容')
  expect(saidAt(ofCase.signForm, 'opinion', typed)).toContain('没有填好；请改成实际内容')
})
it('says below which line nothing stands, and lets it be taken out', () =>
  expect(saidAt(returnBody, 'reason', '材料不齐。\n整改要求：\n特此通知。')).toContain(
    '中的“整改要求：”下面没有内容；请填写，或者删去这一行',
  ))
it('says of a gap that it may be no blank at all', () => {
  expect(saidAt(returnBody, 'reason', '得  分偏低，应予核减。')).toContain(
    '“得  分”没有填好；请改成实际内容，不是留空的去掉空格',
  )
  expect(saidAt(findingForm, 'reply', '经核查，缺少    佐证材料。')).toContain(
    '“少    佐”没有填好；请改成实际内容，不是',
  )
  expect(saidAt(returnBody, 'reason', '得分偏低，应予核减。')).toBeUndefined()
  expect(saidAt(returnBody, 'reason', '____年度考核不合格')).toMatch(/请改成实际内容$/)
})
it('takes words of a date in what is published, and no date that was left open', () => {
  expect(saidAt(noticeBody, 'text', '来信请注明年月日和联系方式。')).toBeUndefined()
  for (const typed of ['公示期：2018年  月  日至  月  日', '公示至2018年月日', '请将“20XX年”改为2018年'])
    expect([typed, saidAt(noticeBody, 'text', typed)]).toEqual([typed, expect.stringContaining('没有填好')])
})
it.each(TEXTS)('the text of a %s is no number alone', (_, body, path) =>
  expect(saidAt(body, path, '2027')).toBeDefined(),
)
// Nobody is reached by that.
it.each(NUMBERS.filter(([, , path]) => path !== 'contact'))('a number of a %s may be', (_, body, path) =>
  expect(saidAt(body, path, '38')).toBeUndefined(),
)
it('says that what may stay empty may', () => {
  expect(saidAt(amendmentBody, 'number', '无')).toBe('“无”没有写明文号；请填写文号，没有的留空')
  expect(saidAt(callBody, 'approval.reference', '无')).toBe('“无”没有写明批准文号；请填写批准文号')
  const optional = schemaOfShown([{ name: 'number', label: '文号', kind: 'text', required: false, says: 'number' }])
  expect(saidAt(optional, 'number', '无')).toBe('“无”没有写明文号；请填写文号，没有的留空')
})
it('has the same sentence on screen as at the server, whatever the field is to say', () => {
  for (const says of [undefined, ...SAYS]) {
    const field = { name: 'a', label: '甲', kind: 'longText', ...(says && { says }) } as const
    const server = schemaOf({ fields: [field] as never })
    const screen = schemaOfShown(fieldsOf(server))
    for (const typed of [...UNSAID, ...NOTHING]) expect(saidAt(screen, 'a', typed)).toBe(saidAt(server, 'a', typed))
  }
})
it('takes 无 where a form asks for what there may not be', () => {
  const honours = schemaOf({ fields: [{ name: 'honours', label: '曾受表彰情况', kind: 'longText', says: 'facts' }] })
  for (const typed of ['无', '没有', '暂无。']) expect(saidAt(honours, 'honours', typed)).toBeUndefined()
  expect(saidAt(honours, 'honours', '同上')).toBe('“同上”没有写明曾受表彰情况；请填写曾受表彰情况')
})

it.each(['因××原因', '请核对××'])('says of %s that its blank is not filled in, whatever its length', (typed) => {
  expect(whySaysNothing('sentence', '理由', typed)).toMatch(/中的“×+.*”没有填好；请改成实际内容$/)
})

it('looks for nothing more in what is too long, which may be megabytes', () => {
  let asked = 0
  const field = typedText('理由', 10).check(
    z.refine(() => {
      asked++
      return true
    }),
  )
  expect(field.safeParse('一二三四五六七八九十').success).toBe(true)
  expect(field.safeParse('一二三四五六七八九十一').error?.issues.map(({ message }) => message)).toEqual([
    '理由最多10字，收到11字；请删减',
  ])
  expect(asked).toBe(1)
})
