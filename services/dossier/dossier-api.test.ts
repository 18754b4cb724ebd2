import { beforeEach, describe, expect, it } from 'vitest'
import { dossierItem, dossierPage, dossierPart, reportPart } from '#contracts/dossier/dossier.ts'
import { file, usedAs } from '../intake/fixtures/intake-county.ts'
import { atDeclaration, atWork, click, county, DECLARATION, declared } from '../intake/fixtures/whole-county.ts'
import { answerAll, answered, look, openDossierCounty, reached, tell } from './fixtures/dossier-county.ts'

const CLERK = 'dazhuang-clerk'
const page = (who = CLERK) => answered(look(who), dossierPage)
const part = (id: string, who = CLERK) => answered(look(who, `/parts/${id}`), dossierPart)
const item = (id: string, who = CLERK) => answered(look(who, `/items/${id}`), dossierItem)
const save = (id: string, body: object, who = CLERK) => tell(who, `/items/${id}`, { number: 0, ...body })
const error = async (answer: ReturnType<typeof look>) => {
  const { status, body } = await answer
  return [status, (body as { error: string }).error]
}

beforeEach(() => openDossierCounty())

describe('a self-assessment', () => {
  beforeEach(atWork)

  it('shows the standard by its parts with how far each is, but for the vetoes', async () => {
    await save('s-1', reached)
    await save('s-2', { result: 'notApplicable' })
    const shown = await page()
    expect(shown).toMatchObject({
      standard: { title: '示范单位标准', version: 1, document: '《示范单位标准》' },
      ...{ view: 'own', writes: true, items: 4, reached: 1, missing: 3 },
    })
    expect(shown.parts.map(({ id, items, missing }) => [id, items, missing])).toEqual([
      ['s-p1', 2, 1],
      ['s-p2', 2, 2],
    ])
    expect((await part('s-p1')).items).toEqual([
      {
        id: 's-1',
        place: '一（一）第1项',
        title: '领导机制健全',
        number: 1,
        n: 1,
        group: { number: '（一）', title: '领导体制' },
        result: 'reached',
        files: 0,
      },
      expect.objectContaining({ id: 's-2', missing: '没有写明不适用的理由（用文字写明，不少于三个字）' }),
    ])
  })

  it('keeps an answer with the files that it cites, under the names of their uses', async () => {
    await save('s-3', { ...reached, files: [file(1), usedAs(2, '听证笔录.pdf')] })
    expect(await item('s-3')).toMatchObject({
      ...{ number: 1, result: 'reached', by: 'dazhuang经办', writes: true },
      references: [
        { owner: 'dazhuang', name: '材料1.pdf' },
        { owner: 'dazhuang', name: '听证笔录.pdf' },
      ],
    })
    expect(await error(save('s-4', { files: [file(77)] }))).toEqual([422, '有佐证材料还不能使用。'])
  })

  it('is read in full as a report, a draft until it is finished, by whoever reads it at all', async () => {
    await save('s-1', { ...reached, files: [file(1), usedAs(2, '听证笔录.pdf')] })
    const report = (who: string, part = 's-p1') => answered(look(who, `/report/${part}`), reportPart)
    const shown = await report('dazhuang-head')
    expect(shown).toEqual({
      ...{ id: 's-p1', number: '一', title: '领导与基础工作' },
      lines: [
        {
          ...{ place: '一（一）第1项', title: '领导机制健全', n: 1, group: { number: '（一）', title: '领导体制' } },
          ...reached,
          files: ['材料1.pdf', '听证笔录.pdf'],
        },
        expect.objectContaining({ n: 2, files: [], missing: '没有选择自评结论' }),
      ],
    })
    expect((await report(CLERK, 's-p2')).lines).toHaveLength(2)
    expect(await error(look(CLERK, '/report/s-p3'))).toEqual([404, expect.stringContaining('没有编号为“s-p3”的部分')])
    for (const who of ['officer', 'caogou-clerk']) expect((await look(who, '/report/s-p1')).status).toBe(403)
  })

  it('tells whoever saved upon an older version who changed what', async () => {
    await save('s-1', reached)
    await save('s-1', { result: 'notReached', text: '尚未建立。', number: 1 })
    expect(await error(save('s-1', { ...reached, text: '另有内容。', number: 1 }))).toEqual([
      409,
      expect.stringContaining('您在别处于2018年5月10日10时00分修改了这一项的“自评结论”、“自评情况”，本次没有保存'),
    ])
    expect((await item('s-1')).text).toBe('尚未建立。')
  })

  it('is read by the unit’s head and legal officer, written by the clerk alone, and is nobody else’s', async () => {
    await save('s-1', reached)
    for (const who of ['dazhuang-head', 'dazhuang-legal']) {
      expect(await page(who)).toMatchObject({ view: 'own', writes: false, why: '自评由本单位经办人填写，您可以查看。' })
      expect((await save('s-1', reached, who)).status).toBe(403)
    }
    for (const who of ['caogou-clerk', 'secretary', 'scorer']) expect((await look(who)).status).toBe(403)
    expect(await error(look('officer'))).toEqual([403, expect.stringContaining('还没有提交自评')])
    expect((await save('s-1', reached, 'officer')).status).toBe(403)
  })

  it('cites many files at many indicators at once, and says of each what became of it', async () => {
    await save('s-1', { ...reached, files: [file(1)] })
    const body = {
      items: [
        { item: 's-1', files: [usedAs(2)] },
        { item: 's-2', files: [usedAs(3)] },
        { item: 's-3', files: [file(77)] },
      ],
    }
    expect((await tell(CLERK, '/cite', body)).body).toEqual({
      items: [
        { item: 's-1', files: 2 },
        { item: 's-2', files: 1 },
        { item: 's-3', files: 0, error: expect.stringContaining('还没有上传') },
      ],
    })
    expect(await item('s-1')).toMatchObject({ result: 'reached', number: 2 })
    expect(await error(tell(CLERK, '/cite', { items: [{ item: 'unheard', files: [usedAs(2)] }] }))).toEqual([
      404,
      '标准中没有编号为“unheard”的指标；请从自评页面重新进入。',
    ])
  })

  it('refuses what says nothing, and what tells somebody’s number', async () => {
    expect((await save('s-1', { text: '××' })).status).toBe(422)
    expect((await save('s-1', { text: '联系人王某，电话13955571234，已经落实。' })).status).toBe(422)
  })
})

it('is written from the work on until its date, and not before', async () => {
  await county.submitted()
  expect(await page()).toMatchObject({
    writes: false,
    why: '自评在“创建实施”环节到“单位申报”环节办理；本件现处“初审”。',
  })
  expect((await save('s-1', reached)).status).toBe(409)
})

it('is not written after the declaration’s date', async () => {
  await atDeclaration()
  expect((await page()).due?.said).toBe('2018年11月30日24时')
  await answerAll()
  county.clock.at = '2018-11-30T16:00:00.000Z'
  expect(await error(save('s-1', { ...reached, text: '迟到的修改。', number: 1 }))).toEqual([
    409,
    '“单位申报”已于2018年11月30日24时截止，自评不能再修改。',
  ])
})

it('is written by the officer who enters the paper form as well, and by no other of the office', async () => {
  await atDeclaration()
  await click('officer2', `${DECLARATION}/save`, declared)
  expect(await page('officer2')).toMatchObject({
    view: 'own',
    writes: true,
    finishing: { form: 'creation-declaration' },
  })
  expect((await save('s-1', reached, 'officer2')).status).toBe(200)
  expect(await county.events('dossier/2018-2/dazhuang/s-1')).toMatchObject([{ by: 'officer2', byOffice: true }])
  expect((await look('officer')).status).toBe(403)
  expect((await save('s-1', reached, 'officer')).status).toBe(403)
})

it('is not asked for where the call has chosen no standard', async () => {
  await openDossierCounty('none')
  await atWork()
  expect(await error(look(CLERK))).toEqual([404, '本批次没有选定标准，不需要逐项自评；请从申报件页面办理。'])
})
