import { describe, expect, it } from 'vitest'
import { forms } from './forms.ts'
import { printedForm, printedRows, printedTitle } from './printed.ts'

const [application, declaration] = [forms['creation-application']!, forms['creation-declaration']!]
const labels = (form: typeof application) => printedRows(form).map((row) => row.map(({ label }) => label))

describe.each(Object.entries(forms))('the paper of %s', (_, form) => {
  it('has a row for every question that is answered in words, each once', () => {
    const asked = form.fields.filter(({ kind }) => kind !== 'files' && kind !== 'file')
    expect(
      printedRows(form)
        .flat()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(asked.map(({ name }) => name).toSorted())
  })
  it('speaks only of questions that it has', () => {
    const { beside, notes } = printedForm(form)
    const names = printedRows(form).flatMap((row) => row.map(({ name }) => name))
    for (const name of [...beside.flat(), ...Object.keys(notes)]) expect(names).toContain(name)
  })
})

it('has the rows of the document', () => {
  expect(labels(application)).toEqual([['联系人', '联系电话'], ['申请理由'], ['创建示范项目名称']])
  expect(labels(declaration)).toEqual([
    ['单位性质', '法定代表人', '单位地址'],
    ['联系人', '联系电话', '电子邮箱'],
    ['申报理由'],
  ])
})

it('has a title of its own and plain words where the document says nothing', () => {
  const { printed: _none, ...plain } = application
  expect(printedForm(plain)).toMatchObject({ title: '创建申请表', sealed: '填报单位', unit: '单位名称' })
  expect(labels(plain)).toEqual([['联系人'], ['联系电话'], ['申请理由'], ['创建示范项目名称']])
})

describe('a title', () => {
  it.each([
    ['泗县第二批依法行政示范单位创建', ['泗县第二批依法行政示范单位创建申请表'], ['泗县第二批依法行政示范单位申报表']],
    ['泗县第二批依法行政示范单位', ['泗县第二批依法行政示范单位创建申请表'], ['泗县第二批依法行政示范单位申报表']],
    [
      '2018年度凤凰县依法行政示范单位创建活动',
      ['2018年度凤凰县依法行政示范单位创建申请表'],
      ['2018年度凤凰县依法行政示范单位申报表'],
    ],
    [
      '泗县依法行政示范单位创建（全程）',
      ['泗县依法行政示范单位创建（全程）', '依法行政示范单位创建申请表'],
      ['泗县依法行政示范单位创建（全程）', '依法行政示范单位申报表'],
    ],
    [
      '法治政府建设示范创建',
      ['法治政府建设示范创建', '依法行政示范单位创建申请表'],
      ['法治政府建设示范创建', '依法行政示范单位申报表'],
    ],
  ])('of the batch %s', (batch, ofApplication, ofDeclaration) => {
    expect(printedTitle(batch, application)).toEqual(ofApplication)
    expect(printedTitle(batch, declaration)).toEqual(ofDeclaration)
  })
})
