import { describe, expect, it } from 'vitest'
import { cite } from '#evidence/cited-file.ts'
import { given } from '../../test/given/given.ts'
import {
  type Answered,
  alikeBefore,
  ChangedMeanwhile,
  citeFiles,
  contentAt,
  dossierKind,
  saveAnswer,
  whatIsMissing,
} from './answer.ts'

const clerk = { by: 'p-王经办', received: '2018-11-02T01:00:00.000Z' }
const colleague = { by: 'p-李经办', received: '2018-11-02T02:00:00.000Z' }
const use = (n: string, name = `${n}.pdf`) => cite(n.repeat(64), name)
const content = { result: 'reached', text: '每年专题研究两次。', files: [use('a')] } as const
const first: Answered = { type: 'answered', v: 1, at: clerk.received, by: clerk.by, ...content, files: [use('a')] }

it('tells when it said before what it says now', () => {
  const at = (second: number) => `2018-11-02T01:00:0${second}.000Z`
  const said = (second: number, text: string): Answered => ({ ...first, at: at(second), text })
  const alike = (...texts: string[]) => alikeBefore({ versions: texts.map((text, i) => said(i, text)) })
  expect(alike('甲')).toEqual([])
  expect(alike('甲', '乙')).toEqual([])
  expect(alike('甲', '乙', '甲', '丙', '甲')).toEqual([
    { number: 1, from: at(0), to: at(1) },
    { number: 3, from: at(2), to: at(3) },
  ])
})

describe('saving an answer', () => {
  it('keeps it as it stands, complete or not', () => {
    expect(given(dossierKind).when(saveAnswer({ ...content }, 0, clerk))).toEqual([first])
    expect(given(dossierKind).when(saveAnswer({ result: 'notReached', files: [] }, 0, clerk))).toEqual([
      { type: 'answered', v: 1, at: clerk.received, by: clerk.by, result: 'notReached', files: [] },
    ])
    const emptied = given(dossierKind, first).when(saveAnswer({ files: [] }, 1, { ...colleague, byOffice: true }))
    expect(emptied).toEqual([
      { type: 'answered', v: 1, at: colleague.received, by: colleague.by, byOffice: true, files: [] },
    ])
  })
  it('is refused upon an older version, saying who changed what', () => {
    const second: Answered = { ...first, at: colleague.received, by: colleague.by, text: '每年研究一次。', files: [] }
    const decide = saveAnswer({ ...content, result: 'notReached' }, 1, clerk)
    const { refused, state } = given(dossierKind, first, second)
    expect(refused(decide)[0]).toBe('conflict')
    try {
      decide(state)
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
      expect([error.by, error.named('李敏').message]).toEqual([
        colleague.by,
        '李敏于2018年11月2日10时00分修改了这一项的“自评情况”、“佐证材料”，本次没有保存，您填写的内容仍在；请核对两处内容后再保存。',
      ])
    }
  })
  it('has nothing to do where it says what stands there, upon whatever version', () => {
    expect(given(dossierKind, first).when(saveAnswer({ ...content }, 0, colleague))).toEqual([])
    expect(given(dossierKind).when(saveAnswer({ files: [] }, 0, clerk))).toEqual([])
  })
})

describe('citing files', () => {
  it('adds them behind those that are cited, and changes nothing else', () => {
    const [event] = given(dossierKind, first).when(
      citeFiles([use('b'), use('b', '又名.pdf'), use('a', '改名.pdf')], colleague),
    )
    expect(event).toMatchObject({ result: 'reached', text: content.text, files: [use('a'), use('b')] })
  })
  it('is refused beyond fifty', () => {
    const many = Array.from({ length: 50 }, (_, i) => cite(i.toString(16).padStart(64, '0'), `${i}.pdf`))
    expect(given(dossierKind, first).refused(citeFiles(many, clerk))[1]).toContain(
      '这一项已有1个文件，再放50个就超过50个',
    )
  })
  it('has nothing to do where all are cited', () => {
    expect(given(dossierKind, first).when(citeFiles([use('a', '改名.pdf')], colleague))).toEqual([])
  })
})

it('every version is there by its number', () => {
  const { state } = given(dossierKind, first, { ...first, result: 'notReached' })
  expect([0, 1, 2].map((number) => contentAt(state, number).result)).toEqual([undefined, 'reached', 'notReached'])
  expect(contentAt(state).result).toBe('notReached')
})

it.each([
  [{ files: [use('a')] }, '没有选择自评结论'],
  [{ result: 'reached', files: [use('a')] }, '没有写明自评情况'],
  [{ result: 'reached', text: '已建立。', files: [] }, undefined],
  [{ result: 'notApplicable', text: '无', files: [] }, '没有写明不适用的理由（用文字写明，不少于三个字）'],
  [{ result: 'notApplicable', text: '本单位没有行政许可事项。', files: [] }, undefined],
] as const)('%j lacks: %s', (answer, missing) => {
  expect(whatIsMissing(answer)).toBe(missing)
})
