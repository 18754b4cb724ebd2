import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { forms } from '#procedure/forms.ts'
import { stepOf } from '#procedure/procedure.ts'
import { SHORT, sha } from '../../test/given/cases.ts'
import { assessmentEndpoints } from './assessment/assessment.ts'
import { callBody } from './call.ts'
import { correctingForm, judgingForm, progressForm, returnDraftForm, settleForm, vetoForm } from './case-forms.ts'
import {
  attendeeName,
  date,
  draftSchemaOf,
  email,
  fieldsOf,
  longText,
  name,
  personName,
  phone,
  registeredName,
  schemaOf,
  schemaOfShown,
  text,
  wrongFields,
} from './forms.ts'
import { intakeEndpoints } from './intake.ts'
import { enteredObjection } from './notice.ts'
import { rosterEndpoints, unitBody } from './roster.ts'
import { bulletinForm } from './work/bulletins.ts'
import { inspectionEndpoints } from './work/inspection.ts'

const application = forms['creation-application']
const declaration = forms['creation-declaration']
if (!application || !declaration) throw new Error('both forms are known')
const values = {
  contact: '王伟',
  phone: '0557-7021234',
  reason: '制度健全。',
  project: '便民服务',
  creationPlan: [sha('5')],
  workPlan: [sha('6')],
  creationReport: [sha('7')],
}

describe('a form that is data', () => {
  it.each(Object.entries(forms))('is shown as it says: %s', (_name, form) => {
    const fields = fieldsOf(schemaOf(form))
    expect(fields.map(({ name, label, kind, required }) => ({ name, label, kind, required }))).toEqual(
      form.fields.map(({ name, label, kind, optional }) => ({ name, label, kind, required: optional === undefined })),
    )
    for (const [i, field] of form.fields.entries()) {
      expect(fields[i]?.personal === true).toBe(field.personal === true)
      if (field.choices) expect(fields[i]?.choices).toEqual(field.choices)
    }
    // And read back from what the screen has of it.
    expect(fieldsOf(schemaOfShown(fields))).toEqual(fields)
  })
  it('asks for persons by their names, each kept as names are written', () => {
    const persons = [application, declaration].flatMap((form) =>
      form.fields.flatMap(({ name, format }) => (format === 'person' ? [`${form.name} ${name}`] : [])),
    )
    expect(persons).toEqual([
      'creation-application contact',
      'creation-declaration representative',
      'creation-declaration contact',
    ])
    expect(schemaOf(application).parse({ ...values, contact: '何　英' })).toMatchObject({ contact: '何英' })
    for (const contact of [
      '#N/A',
      '王?',
      '待定',
      '张三、李四',
      '王伟 李四',
      '①许建国②宋志远',
      '何英×',
      '许建国﹑宋志远',
    ])
      expect(wrongFields(schemaOf(application), { ...values, contact })).toEqual({
        contact: expect.stringContaining(`“${contact}”`),
      })
  })
  it('names everything that is wrong at once, and what it does not ask', () => {
    expect(wrongFields(schemaOf(application), values)).toEqual({})
    const { reason: _, ...rest } = values
    const wrong = { ...rest, phone: '7', project: ' ', workPlan: [], creationReport: ['a'], extra: 1 }
    expect(wrongFields(schemaOf(application), wrong)).toEqual({
      reason: '请填写申请理由',
      phone: '联系电话应为11位手机号或固定电话，如0557-7021234，收到1位数字；请核对',
      project: '请填写创建示范项目名称',
      workPlan: '请上传工作计划',
      'creationReport.0': '文件编号不对，请重新上传',
      extra: '没有这一填写栏',
    })
  })
  it('keeps a draft that lacks something, and none that is wrong', () => {
    expect(wrongFields(draftSchemaOf(application), {})).toEqual({})
    expect(wrongFields(draftSchemaOf(application), { phone: '7' })).toHaveProperty('phone')
  })
  it('takes of choices only those that it offers', () => {
    const filled = { unitKind: 'constructor' }
    expect(wrongFields(draftSchemaOf(declaration), filled)).toEqual({ unitKind: '请选择单位性质' })
    expect(wrongFields(draftSchemaOf(declaration), { unitKind: 'government', email: 'fzb@example.gov.cn' })).toEqual({})
  })
})

describe('the form of a judgement', () => {
  const review = stepOf(SHORT, 'review', 'judgement')
  if (!review) throw new Error('a review is a judgement')
  const conditions = [{ id: 'tj-1', title: '领导重视' }]
  const judging = judgingForm(review, application, conditions)
  const fields = fieldsOf(judging)
  it('asks for an outcome with its effect, its own points with the conditions of the call, and a return’s questions', () => {
    expect(fields.map(({ name }) => name)).toEqual(['outcome', 'reason', 'checklist', 'reopens', 'lastDay'])
    expect(fields[0]?.choices).toEqual([
      { value: 'accepted', label: '通过', effect: 'on' },
      { value: 'returned', label: '退回补正', effect: 'back' },
      { value: 'refused', label: '不予通过', effect: 'end' },
    ])
    expect(fields[2]?.choices?.map(({ value }) => value)).toEqual([...Object.keys(review.points), 'tj-1'])
    expect(fields[3]).toMatchObject({ label: '需补正的栏目', when: { field: 'outcome', among: ['returned'] } })
  })
  it('wants every point answered when it is answered at all, and only questions that the form has', () => {
    const answered = { outcome: 'accepted', reason: '符合。', checklist: { scope: true } }
    expect(wrongFields(judging, answered)).toEqual({ checklist: '核对清单还有未核对的项目' })
    const returning = { outcome: 'returned', reason: '材料不全。', reopens: ['constructor'] }
    expect(wrongFields(judging, returning)).toEqual({ 'reopens.0': '没有这个选项' })
    expect(wrongFields(judging, { ...returning, reopens: ['workPlan'] })).toEqual({})
  })
  it('asks for no checklist where there is nothing to check, and none in a correction', () => {
    const bare = fieldsOf(judgingForm({ ...review, points: {} }, application, []))
    expect(bare.map(({ name }) => name)).not.toContain('checklist')
    expect(fieldsOf(correctingForm(review, application)).map(({ name }) => name)).toEqual([
      'outcome',
      'reason',
      'reopens',
      'lastDay',
    ])
  })
})

it('offers of a veto what the call froze, and of an inquiry what its step knows', () => {
  const veto = vetoForm([{ id: 'yi-1', title: '发生重大违法行政案件' }])
  expect(fieldsOf(veto)[0]?.choices).toEqual([{ value: 'yi-1', label: '发生重大违法行政案件' }])
  expect(wrongFields(veto, { item: 'yi-2', source: '省政府通报' })).toEqual({ item: '请选择一票否决情形' })
  expect(fieldsOf(settleForm({ recommended: '推荐' }))[0]?.choices).toEqual([{ value: 'recommended', label: '推荐' }])
})

it('takes no day of a year that nobody means, for which dates would compare wrongly', () => {
  for (const [{ body }, field] of [
    [intakeEndpoints.extendCase, 'lastDay'],
    [assessmentEndpoints.recordMethod, 'on'],
    [intakeEndpoints.prepareAnnouncement, 'date'],
    [intakeEndpoints.recordResolution, 'date'],
  ] as const) {
    for (const wrong of ['9999-12-31', '0000-01-01', '2018-02-30'])
      expect(wrongFields(body, { [field]: wrong })[field]).toContain('应为日期')
    expect(wrongFields(body, { [field]: '2018-02-28' })).not.toHaveProperty(field)
  }
  expect(
    wrongFields(intakeEndpoints.prepareCall.body, { dates: { application: { lastDay: '9999-12-31' } } }),
  ).toHaveProperty(['dates.application.lastDay'])
})

it('says of a day that it cannot read what it received, wherever a body has one', () => {
  const long = '第'.repeat(200)
  for (const [{ body }, field] of [
    [intakeEndpoints.signForm, 'on'],
    [intakeEndpoints.extendCase, 'lastDay'],
    [assessmentEndpoints.recordMethod, 'on'],
    [intakeEndpoints.recordResolution, 'date'],
    [rosterEndpoints.appoint, 'from'],
    [rosterEndpoints.appoint, 'to'],
  ] as const) {
    for (const sent of ['2018/05/12', '2018-02-30', '明天'])
      expect(wrongFields(body, { [field]: sent })[field]).toMatch(new RegExp(`应为日期，如.*，收到“${sent}”$`))
    expect(wrongFields(body, { [field]: long })[field]).toContain(`收到“${'第'.repeat(30)}”`)
    for (const none of ['', 12]) expect(wrongFields(body, { [field]: none })[field]).not.toContain('收到')
  }
})

describe('what is typed into a form', () => {
  const form = z.strictObject({
    title: text('标题', 4),
    reason: longText('理由', 4),
    person: name('姓名', 30),
    tel: phone('电话'),
    mail: z.optional(email('邮箱')),
    on: date('日期'),
  })
  const typed = {
    title: ' 条\u200b例 ',
    reason: '条\n例 ',
    person: '何　英',
    tel: '０５５７－７０２ １２３４',
    mail: 'ａ@ｂ．cn',
    on: '2018-06-15',
  }
  it('is taken as it was meant', () => {
    expect(form.parse(typed)).toEqual({
      title: '条例',
      reason: '条\n例',
      person: '何英',
      tel: '0557-7021234',
      mail: 'a@b.cn',
      on: '2018-06-15',
    })
  })
  it('counts characters, not the units of a browser', () => {
    expect(wrongFields(form, { ...typed, title: '𠮷甲𠮷𠮷', reason: '𠮷甲𠮷𠮷' })).toEqual({})
    expect(wrongFields(form, { ...typed, title: '𠮷甲𠮷𠮷𠮷', reason: '一二三四五' })).toEqual({
      title: '标题最多4字，收到5字；请删减',
      reason: '理由最多4字，收到5字；请删减',
    })
  })
  it('counts nothing that nobody sees, and keeps none of it', () => {
    const unseen = { ...typed, reason: '条\u200b\u200b例在\u2060先' }
    expect(form.parse(unseen)).toMatchObject({ reason: '条例在先' })
    // What turns the direction, or is a control, is not taken away in silence.
    for (const one of ['\u0000', '\u202e'])
      expect(wrongFields(form, { ...typed, reason: `一${one}` })).toEqual({
        reason: expect.stringContaining('第2个字是看不见的控制字符'),
      })
  })
  it('is missing where nothing can be seen', () => {
    const unseen = {
      title: '\u200b',
      reason: '\u3000\ufeff\n',
      person: '\u2800',
      tel: '0557-7021234',
      on: '2018-06-15',
    }
    expect(wrongFields(form, unseen)).toEqual({ title: '请填写标题', reason: '请填写理由', person: '请填写姓名' })
  })
  it('is no name where a worksheet has lost one', () => {
    for (const person of ['王?', '#N/A', '无', '同上', 'null'])
      expect(wrongFields(form, { ...typed, person })).toEqual({ person: expect.stringContaining(`“${person}”`) })
  })
  it('is a day only as ISO writes it: the field, not the API, reads other ways', () => {
    for (const on of ['2018/6/15', '20180615', '2018年6月15日', ' 2018-06-15'])
      expect(wrongFields(form, { ...typed, on })).toHaveProperty('on')
  })
})

it('takes names at a meeting as names are kept, and none that is lost', () => {
  const { present, recusals } = intakeEndpoints.recordResolution.body.shape
  expect(present.parse(['何　英', '⻢建国'])).toEqual(['何英', '马建国'])
  expect(recusals.parse([{ person: '王\u200b伟', case: 'dazhuang' }])).toEqual([{ person: '王伟', case: 'dazhuang' }])
  expect(present.safeParse(['\u200b']).success).toBe(false)
  for (const name of ['王?', '王伟 李四', '①许建国②宋志远', '何英×'])
    expect(present.safeParse([name]).success).toBe(false)
  expect(recusals.safeParse([{ person: '王伟 李四', case: 'dazhuang' }]).success).toBe(false)
})

it('takes no objector and no unit who is called nothing', () => {
  for (const name of ['无', '同上', 'null', '（无）', '某某']) {
    expect(wrongFields(enteredObjection, { name }).name).toContain(`“${name}”不是姓名或名称`)
    expect(wrongFields(unitBody, { name }).name).toContain(`“${name}”不是名称`)
  }
  for (const name of ['王伟 李四', '张三、李四', '王伟13955571234', '不愿透露姓名', '不署名'])
    expect(wrongFields(enteredObjection, { name }).name).toContain(`“${name}”`)
  for (const name of ['王伟', '泗县某建材有限公司', '阿依古丽', '买买提·艾力'])
    expect(wrongFields(enteredObjection, { name })).not.toHaveProperty('name')
  expect(wrongFields(enteredObjection, { name: '无为市某单位职工' }).name).toMatch(
    /不能确定是不是姓名或单位名称.*匿名的不填$/,
  )
  // Whoever is called so says that it is a name, and is not asked again by whoever takes what was checked here.
  expect(enteredObjection.shape.name.parse('大庄（姓名）')).toBe('大庄（姓名）')
})

it('takes no name that every object of a program has, in any field for a name', () => {
  const fields = [name, personName, attendeeName, registeredName].map((of) => z.strictObject({ one: of('姓名', 30) }))
  for (const one of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ' constructor '])
    for (const field of fields) expect(field.safeParse({ one }).success).toBe(false)
  expect(wrongFields(enteredObjection, { name: '__proto__' }).name).toBe('异议人姓名不能是程序的用词；请核对后重新填写')
  expect(wrongFields(enteredObjection, { name: 'Construct' })).not.toHaveProperty('name')
})

it('takes only a later day than the one that holds now, on screen and in the schema', () => {
  const form = z.strictObject({ lastDay: date('新的截止日期', { after: '2018-05-15' }) })
  for (const schema of [form, schemaOfShown(fieldsOf(form))]) {
    expect(schema.safeParse({ lastDay: '2018-05-16' }).success).toBe(true)
    expect(schema.safeParse({ lastDay: '2018-05-15' }).error?.issues[0]?.message).toBe(
      '新的截止日期应晚于现在的2018年5月15日，否则没有变化；请填写更晚的日期',
    )
  }
})

it('asks for a date that is empty, and does not call it a wrong one', () => {
  const form = z.strictObject({ date: date('会议日期') })
  for (const empty of ['', '　', undefined, null])
    expect(form.safeParse({ date: empty }).error?.issues[0]?.message).toBe('请填写会议日期')
  expect(form.safeParse({ date: '五月' }).error?.issues[0]?.message).toBe('会议日期应为日期，如2018-05-15，收到“五月”')
})

it('says of eleven digits that are no number how one is written, and takes a mobile number in groups', () => {
  const form = z.strictObject({ phone: phone('联系电话') })
  expect(form.parse({ phone: '139-0000-1111' }).phone).toBe('13900001111')
  expect(form.safeParse({ phone: '121-0000-1111' }).error?.issues[0]?.message).toBe(
    '联系电话有11位数字，但写法不能识别；手机号请连写11位数字，固定电话如0557-7021234',
  )
  expect(form.safeParse({ phone: '1390000111' }).error?.issues[0]?.message).toContain('收到10位数字')
})

it('takes one telephone number, and says so of two', () => {
  const said = (typed: string) => phone('联系电话').safeParse(typed).error?.issues[0]?.message
  expect(said('400-800-1234')).toBeUndefined()
  expect(said('0557-7022222、7022223')).toBe('联系电话只填一个号码；另有的，写在别处')
})

it('has what is read by itself say something, whatever papers it has', () => {
  const finding = { text: '见附件', lastDay: '2018-08-31' }
  for (const [body, given, path] of [
    [bulletinForm, { text: '见附件' }, 'text'],
    [bulletinForm, { text: '详见附件。' }, 'text'],
    [bulletinForm, { text: '同上' }, 'text'],
    [bulletinForm, { text: '无' }, 'text'],
    [progressForm, { text: '见附件1' }, 'text'],
    [callBody, { text: '见附件' }, 'text'],
    [inspectionEndpoints.recordVisit.body, { findings: [finding] }, 'findings.0.text'],
    [inspectionEndpoints.recordVisit.body, { findings: [{ ...finding, text: '未发现问题' }] }, 'findings.0.text'],
    [inspectionEndpoints.recordVisit.body, { place: '王伟13955571234家' }, 'place'],
    [inspectionEndpoints.answerFinding.body, { text: '见附件' }, 'text'],
  ] as const)
    expect([given, wrongFields(body, given)[path]]).toEqual([given, expect.stringMatching(/没有写|请去掉手机号码/)])
  for (const text of [
    ...[
      '见附件',
      '具体见附件',
      '附后',
      '名单附后',
      '见材料',
      '详见上传材料',
      '材料见附件2',
      '详见附件一',
      '如附件所示',
    ],
    ...['名单及材料附后', '见扫描件', '具体情况见附件'],
    ...[
      '详情见附件',
      '请查看附件',
      '以附件为准',
      '见附件，谢谢',
      '请参阅附件',
      '详阅附件',
      '附件中已说明',
      '理由在附件中',
    ],
    ...[
      '另见附件',
      '另附材料',
      '见附件1至3',
      '见附件1和附件2',
      '附件1、附件2',
      '见附件，请查收',
      '见纸质材料',
      '见邮件',
      '见pdf文件',
    ],
  ])
    expect([text, wrongFields(returnDraftForm, { reason: text }).reason]).toEqual([
      text,
      `“${text}”没有写明退回理由；请写出内容，附件另行上传`,
    ])
  for (const reason of ['请附原件', '请上传照片', '请附材料清单', '请另附说明', '材料已阅', '已附上照片'])
    expect([reason, wrongFields(returnDraftForm, { reason })]).toEqual([reason, {}])
  for (const reason of ['缺附件', '附件二缺页', '见附件三第2页', '材料清单漏项', '附件不清晰', '附表未盖章'])
    expect(wrongFields(returnDraftForm, { reason })).toEqual({})
  expect(wrongFields(bulletinForm, { text: '各单位已成立领导小组，详见附件。' })).not.toHaveProperty('text')
})
