import { Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import type { SubmissionPage } from '#contracts/papers/submission.ts'
import { readWord } from '../word/fixtures/read-word.ts'
import { wordPaper } from '../word/word-paper.ts'
import { submissionPaper } from './submission-paper.ts'

const page: SubmissionPage = {
  ...{ batchTitle: '泗县第二批依法行政示范单位创建', trial: false, reference: '泗政办秘〔2018〕22号' },
  ...{ stepTitle: '确定培育对象', body: '泗县依法行政工作领导小组', office: '泗县人民政府法制办公室' },
  ...{ title: '关于提请研究确定培育对象的请示', asks: '提请研究确定培育对象' },
  units: [
    {
      ...{ unit: 'dazhuang', name: '大庄镇人民政府', kind: '乡镇' },
      answers: [{ label: '创建示范项目名称', text: '行政执法全过程记录' }],
      conclusions: [{ step: '初审', outcome: '通过', reason: '符合基本条件。' }],
    },
    {
      ...{ unit: 'guotu', name: '县国土资源局', kind: '行政执法部门' },
      answers: [{ label: '创建示范项目名称', text: '' }],
      conclusions: [{ step: '初审', outcome: '通过', reason: '' }],
    },
  ],
}
const said = (...args: Parameters<typeof submissionPaper>) =>
  submissionPaper(...args).groups.flatMap((group) => group.flatMap((one) => (one.kind === 'words' ? [one.text] : [])))
const entries = (...args: Parameters<typeof submissionPaper>) =>
  submissionPaper(...args).groups.flatMap((group) => group.flatMap((one) => (one.kind === 'entry' ? [one.cells] : [])))

it('is addressed to the body, says what was done, for how many, and what is asked', () => {
  expect(said({ page, text: '名单附后。' })).toEqual([
    '泗县依法行政工作领导小组：',
    '按照泗县第二批依法行政示范单位创建（泗政办秘〔2018〕22号）的程序，初审已经完成，现将2个单位的名单和有关情况报上，提请研究确定培育对象。',
    '名单附后。',
    '妥否，请批示。',
    '附：提请审议的单位（共2个）',
  ])
  expect(submissionPaper({ page }).name).toBe(
    '泗县人民政府法制办公室　泗县第二批依法行政示范单位创建　关于提请研究确定培育对象的请示',
  )
})

it('lists each unit with its kind, its project, and each conclusion with its reason', () => {
  expect(entries({ page })).toEqual([
    ['1', '大庄镇人民政府', '乡镇', '行政执法全过程记录', '初审：通过。符合基本条件。'],
    ['2', '县国土资源局', '行政执法部门', '', '初审：通过'],
  ])
  expect(entries({ page, units: ['guotu'] })).toEqual([['1', '县国土资源局', '行政执法部门', '', '初审：通过']])
})

it('states the quota where there is one, the day where it was submitted, and a blank before', () => {
  expect(said({ page: { ...page, quota: { most: 10, taken: 3 } } })).toContain('本批次名额10个，已使用3个。')
  const day = (shown: SubmissionPage) =>
    submissionPaper({ page: shown })
      .groups.flat()
      .find(({ kind }) => kind === 'signed')
  expect(day(page)).toMatchObject({ lines: ['泗县人民政府法制办公室'], day: '' })
  const sent = { ...page, on: '2018-06-20', text: '提请审议。' }
  expect(day(sent)).toMatchObject({ day: '2018年6月20日' })
  expect(said({ page: sent })).toContain('提请审议。')
})

it('is marked where it is for practice', () => {
  expect(submissionPaper({ page: { ...page, trial: true } }).marks).toEqual(['演练'])
  expect(submissionPaper({ page, training: true }).marks).toEqual(['培训'])
})

describe('in Word', () => {
  it('says all of it, the list in a table', async () => {
    const paper = submissionPaper({ page: { ...page, on: '2018-06-20', text: '第一段。\n第二段。' } })
    const { words, tables, header } = await readWord(await Packer.toBuffer(wordPaper(paper)))
    expect(words).toEqual(
      expect.arrayContaining([
        page.title,
        '泗县依法行政工作领导小组：',
        '第一段。',
        '第二段。',
        '妥否，请批示。',
        '2018年6月20日',
      ]),
    )
    expect(tables[0]?.slice(2)).toEqual(entries({ page }))
    expect(tables[0]?.[1]).toEqual(['序号', '单位', '类别', '申报内容', '办理结论和理由'])
    expect(header).toBe('')
  })
})
