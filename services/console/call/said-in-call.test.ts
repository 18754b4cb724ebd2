import { expect, it } from 'vitest'
import type { OfferedProcedure } from '#contracts/call.ts'
import { fieldsOfCall } from './call-fields.ts'
import { valuesOfCall } from './call-values.ts'
import { saidInCall } from './said-in-call.ts'

const procedure: OfferedProcedure = {
  key: 'long@1',
  title: '',
  steps: [],
  dates: [
    { step: 'apply', title: '申请' },
    { step: 'work', title: '实施' },
  ],
  limited: true,
  methods: [],
  forms: [],
}
const typed = {
  ...{
    batch: ' 2018-2 ',
    title: '关于创建依法行政示范单位的通知',
    docNumber: '泗政办秘〔2018〕22号',
    reference: '泗政办〔2018〕12号',
    date: '2018-04-13',
  },
  ...{ by: '县政府', 'dates.apply': '2018-05-15', 'dates.work': '2018-10-31', standard: 'none' },
}

it('reads out what whoever publishes can never change: the title, the approval, each step’s last day', () => {
  const said = saidInCall({ ...valuesOfCall(procedure), ...typed }, procedure, fieldsOfCall(procedure, []))
  expect(said.map(({ label, said: words }) => `${label}：${words}`)).toEqual([
    '批次编号：2018-2',
    '通知标题：关于创建依法行政示范单位的通知',
    '通知文号：泗政办秘〔2018〕22号',
    '批准文号：泗政办〔2018〕12号',
    '批准日期：2018年4月13日',
    '批准机关：县政府',
    '申请截止日：2018年5月15日24时',
    '实施截止日：2018年10月31日24时',
    '标准：不选用标准',
    '公示天数：7',
    '公示期计算方法：自然日，首日计入',
    '退回补正天数：10',
    '异议答复天数：15',
    '性质：正式批次',
  ])
})

it('reads out whom it names beyond the scope', () => {
  const fields = fieldsOfCall(procedure, [], [{ unit: 'yunguan', name: '运管所', kind: '二级机构' }])
  expect(saidInCall({ ...typed, designated: ['yunguan'] }, procedure, fields).at(-1)).toEqual({
    ...{ label: '指定参加的单位', said: '运管所（二级机构）' },
  })
})

it('says of a trial that it is one, and nothing of a step that the chosen procedure does not have', () => {
  const short = { ...procedure, dates: procedure.dates.slice(0, 1) }
  const said = saidInCall({ ...typed, trial: 'yes' }, short, fieldsOfCall(short, []))
  expect(said.at(-1)).toEqual({ label: '性质', said: '演练（不进入名录）' })
  expect(said.map(({ label }) => label)).not.toContain('实施截止日')
})

it('reads out what stands in lines line by line', () => {
  const fields = [{ name: 'scoring.gates', label: '先决指标', kind: 'longText', required: true } as const]
  expect(saidInCall({ 'scoring.gates': '一（一）第2项\n\n 一（二）第1项 ' }, procedure, fields)).toEqual([
    { label: '先决指标', said: '一（一）第2项；一（二）第1项' },
  ])
})
