/** From what is written into the form: what was handed in never changes, and a return lets change what it names. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { dossierItem, dossierPage, dossierPart, reportPart } from '#contracts/dossier/dossier.ts'
import { spreadPage } from '#contracts/dossier/spread.ts'
import { manifest } from '#dossier/manifest.ts'
import {
  accept,
  atDeclaration,
  CASE,
  click,
  county,
  DECLARATION,
  declared,
  page,
} from '../intake/fixtures/whole-county.ts'
import { answerAll, answered, ITEMS, look, openDossierCounty, reached, tell } from './fixtures/dossier-county.ts'

const CLERK = 'dazhuang-clerk'
const made = z.object({ manifest: z.string(), changed: z.int(), reached: z.int() })
const finish = () => answered(tell(CLERK, '/finish'), made)
const save = (body: object) => click(CLERK, `dazhuang/${DECLARATION}/save`.replace('dazhuang/', ''), body)
/** Lists what is written, and saves the form with it. */
const pin = async () => {
  const { manifest: sha256 } = await finish()
  return save({ ...declared, base: (await page(CLERK)).form?.digest ?? '', manifest: sha256 })
}
const handIn = async () => {
  await county.signAll('dazhuang', 'creation-declaration')
  return click(CLERK, `${DECLARATION}/submit`)
}
const sendBack = async (more: object) => {
  const back = { outcome: 'returned', reason: '第二项自评与材料不符。', ...more }
  await click('officer', 'steps/acceptance/draft', back)
  const { draft } = await page('office-head')
  return click('office-head', 'steps/acceptance/draft/sign', { drafted: draft?.drafted })
}
const pinsOf = async (sha256: string) =>
  Object.fromEntries(manifest.parse(await county.contents.get(sha256)).pins.map(({ item, number }) => [item, number]))
const handedIn = async () => {
  const events = (await county.events(CASE)) as { type: string; manifest?: string }[]
  const last = events.findLast((event) => event.type === 'decided' && event.manifest !== undefined)
  return last?.manifest ?? ''
}
const report = (who: string) => answered(look(who, '/report/s-p1'), reportPart)
const rewrite = async (item: string, text: string) => {
  const { number } = await answered(look(CLERK, `/items/${item}`), dossierItem)
  return tell(CLERK, `/items/${item}`, { ...reached, text, number })
}

beforeEach(async () => {
  await openDossierCounty()
  await atDeclaration()
})

describe('a self-assessment is finished', () => {
  it('only when every indicator is answered; the refusal names each that is not', async () => {
    await answerAll(CLERK, ['s-1', 's-3'])
    const { status, body } = await tell(CLERK, '/finish')
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({
        error: '自评还有2项没有写完，不能定稿。',
        fields: { 's-2': '一（一）第2项“年度计划”没有选择自评结论', 's-4': '二第2项“行政许可”没有选择自评结论' },
      }),
    ])
  })

  it('before the form is handed in, which says so until then', async () => {
    await save(declared)
    expect((await page(CLERK)).form).toMatchObject({ missing: ['selfAssessment'], selfAssessment: {} })
    await county.signAll('dazhuang', 'creation-declaration')
    expect((await click(CLERK, `${DECLARATION}/submit`)).refusal()).toMatchObject({
      code: 'incomplete',
      fields: { selfAssessment: '自评还没有定稿；请逐项填写，再点“自评定稿”' },
    })
    await answerAll()
    expect((await pin()).status).toBe(200)
    expect((await page(CLERK)).form).toMatchObject({
      missing: [],
      selfAssessment: { pinned: { reached: 4, notReached: 0, notApplicable: 0 } },
    })
    expect((await handIn()).status).toBe(200)
    expect(await pinsOf(await handedIn())).toEqual({ 's-1': 1, 's-2': 1, 's-3': 1, 's-4': 1 })
  })

  it('and what is written later is no part of it until it is finished again, which voids the sign-offs', async () => {
    await answerAll()
    await pin()
    const { form: before } = await page(CLERK)
    await county.signAll('dazhuang', 'creation-declaration')
    await rewrite('s-2', '补充了年度计划。')
    expect((await page(CLERK)).form?.digest).toBe(before?.digest)
    const pinned = async () => answered(look(CLERK), dossierPage)
    expect(await pinned()).toMatchObject({ changed: ['s-2'], finishing: { pinned: { reached: 4 } } })
    expect((await finish()).changed).toBe(1)
    await pin()
    const { form } = await page(CLERK)
    expect(form?.digest).not.toBe(before?.digest)
    expect(form?.signOffs.filter(({ on }) => on)).toEqual([])
    expect(await pinned()).toMatchObject({ changed: [] })
    // Written and taken back, it is the list that was signed.
    await rewrite('s-2', '又补充了一次。')
    await rewrite('s-2', '补充了年度计划。')
    expect(await pinned()).toMatchObject({ changed: [] })
    expect(await finish()).toMatchObject({ changed: 0, manifest: form?.selfAssessment?.pinned?.manifest })
  })

  it('and its report is of the versions that were listed, for the office as well once it is handed in', async () => {
    await answerAll()
    expect(await report(CLERK)).not.toHaveProperty('manifest')
    await pin()
    await rewrite('s-1', '定稿之后的修改。')
    const { manifest: listed, lines, on } = await report(CLERK)
    expect([listed, lines[0]?.text, on]).toEqual([
      (await page(CLERK)).form?.selfAssessment?.pinned?.manifest,
      reached.text,
      undefined,
    ])
    await handIn()
    const handed = await report('officer')
    expect(handed).toEqual({ ...(await report(CLERK)), manifest: listed, on: dateOf(county.clock.at) })
    expect(handed.lines[0]?.text).toBe(reached.text)
  })

  it('keeps what it has when the form is saved without a word of it', async () => {
    await answerAll()
    await pin()
    const { form } = await page(CLERK)
    await save({ ...declared, reason: '改写理由。', base: form?.digest })
    expect((await page(CLERK)).form?.selfAssessment?.pinned).toEqual(form?.selfAssessment?.pinned)
  })

  it('by no list of anything else', async () => {
    await answerAll()
    for (const sha256 of ['f'.repeat(64), await county.contents.put({ kind: 'selfAssessment' })])
      expect((await save({ ...declared, manifest: sha256 })).refusal()).toMatchObject({
        fields: { selfAssessment: '请重新定稿' },
      })
  })
})

describe('what was handed in', () => {
  beforeEach(async () => {
    await answerAll()
    await pin()
    await rewrite('s-1', '定稿之后的修改。')
    await handIn()
  })

  it('is what the office reads, whatever was written since', async () => {
    expect(await answered(look('officer'), dossierPage)).toMatchObject({ view: 'handedIn', writes: false, reached: 4 })
    expect(await answered(look('officer', '/items/s-1'), dossierItem)).toMatchObject({ number: 1, text: reached.text })
    expect((await rewrite('s-1', '提交之后的修改。')).status).toBe(409)
    expect((await page('officer')).dossier).toBe(true)
  })

  it('stays as it was after a return that does not name it', async () => {
    await sendBack({ reopens: ['report'] })
    expect(await answered(look(CLERK), dossierPage)).toMatchObject({ writes: false, reopened: 0 })
    expect((await rewrite('s-2', '没有退回的修改。')).status).toBe(409)
  })

  it('differs after a return in the indicators that it names, and nowhere else', async () => {
    const before = await handedIn()
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2'] })
    expect(await answered(look(CLERK), dossierPage)).toMatchObject({ writes: true, reopened: 1 })
    expect((await rewrite('s-3', '没有退回的修改。')).status).toBe(409)
    expect(await answered(look(CLERK, '/items/s-2'), dossierItem)).toMatchObject({ writes: true, before: reached })
    await rewrite('s-2', '已按意见补正。')
    expect((await answered(look('officer', '/items/s-2'), dossierItem)).text).toBe(reached.text)
    await pin()
    await handIn()
    const after = await handedIn()
    expect([await pinsOf(before), await pinsOf(after)]).toEqual([
      { 's-1': 1, 's-2': 1, 's-3': 1, 's-4': 1 },
      { 's-1': 1, 's-2': 2, 's-3': 1, 's-4': 1 },
    ])
    expect((await page('officer')).sinceReturn?.answers).toEqual([
      { name: 'selfAssessment', label: '自评', changed: true },
    ])
    await accept('acceptance')
    expect((await page('officer')).step).toBe('assessment')
  })

  it('waits after a return, with its opinion, until each indicator that it names is written anew', async () => {
    county.clock.at = new Date(Date.parse(county.clock.at) + 3_600_000).toISOString()
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2', 's-4'] })
    const back = async () => {
      const { toMend, opinion, parts } = await answered(look(CLERK), dossierPage)
      const part = await answered(look(CLERK, '/parts/s-p1'), dossierPart)
      const counted = parts.map((one) => one.toMend)
      return [toMend, opinion, part.items.filter((one) => one.toMend).map(({ id }) => id), counted]
    }
    const ofForm = async () => (await page(CLERK)).form?.selfAssessment
    expect(await back()).toEqual([2, '第二项自评与材料不符。', ['s-2'], [1, 1]])
    expect(await ofForm()).toMatchObject({ pinned: { reached: 4 }, sentBack: { indicators: 2 } })
    expect(await answered(look(CLERK, '/items/s-2'), dossierItem)).toMatchObject({ toMend: true })
    await rewrite('s-2', '已按意见补正。')
    expect(await back()).toEqual([1, '第二项自评与材料不符。', [], [0, 1]])
    expect(await ofForm()).toHaveProperty('sentBack')
    expect(await answered(look(CLERK, '/items/s-2'), dossierItem)).not.toHaveProperty('toMend')
    expect(await answered(look('officer'), dossierPage)).not.toHaveProperty('toMend')
    await pin()
    expect(await ofForm()).not.toHaveProperty('sentBack')
    expect(await answered(look('officer'), dossierPage)).not.toHaveProperty('cameBack')
    // One of the two stands as it came back: somebody says why.
    expect((await handIn()).refusal().fields).toEqual({
      explanation: '自评中退回的1项指标没有修改；请修改退回的内容；确实不需要修改的，请写明理由',
    })
    expect((await page(CLERK)).commands.find(({ name }) => name === 'submit-form')?.fields).toHaveLength(1)
    const explanation = '第四项与年度计划核对无误。'
    expect((await click(CLERK, `${DECLARATION}/submit`, { explanation })).status).toBe(200)
    expect(await ofForm()).not.toHaveProperty('sentBack')
    expect((await page('officer')).sinceReturn).toMatchObject({
      answers: [{ name: 'selfAssessment', changed: true, asBefore: 1 }],
      explanation,
    })
    const { cameBack, view } = await answered(look('officer'), dossierPage)
    expect([view, cameBack]).toEqual(['handedIn', { mended: ['s-2'], asBefore: ['s-4'] }])
  })

  it('takes what is written and taken back again for what came back', async () => {
    county.clock.at = new Date(Date.parse(county.clock.at) + 3_600_000).toISOString()
    const before = await pinsOf(await handedIn())
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2', 's-4'] })
    const shown = async () => answered(look(CLERK), dossierPage)
    expect((await shown()).finishing?.pinned).toMatchObject({ asReturned: true })
    await rewrite('s-2', '已按意见补正。')
    await rewrite('s-4', '改了又改。')
    expect(await shown()).toMatchObject({ toMend: 0, changed: ['s-2', 's-4'] })
    await rewrite('s-4', reached.text)
    expect(await shown()).toMatchObject({ toMend: 1, changed: ['s-2'] })
    expect(await answered(look(CLERK, '/items/s-4'), dossierItem)).toMatchObject({ number: 3, toMend: true })
    await pin()
    expect((await shown()).finishing?.pinned).not.toHaveProperty('asReturned')
    expect((await handIn()).refusal().fields?.explanation).toMatch(/^自评中退回的1项指标没有修改/)
    await click(CLERK, `${DECLARATION}/submit`, { explanation: '第四项与年度计划核对无误。' })
    expect(await pinsOf(await handedIn())).toEqual({ ...before, 's-2': 2 })
    expect((await answered(look('officer'), dossierPage)).cameBack).toEqual({ mended: ['s-2'], asBefore: ['s-4'] })
  })

  it('lets be spread after a return what it names, and nothing else', async () => {
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2'] })
    const { me, seen, may } = await answered(look(CLERK, '/spread'), spreadPage)
    expect(may).toBe(true)
    const give = (items: readonly string[], person?: string) =>
      tell(CLERK, '/spread', { items, seen, ...(person && { person }) })
    for (const refused of [await give(['s-2', 's-3'], me), await give(['s-3'])])
      expect([refused.status, JSON.stringify(refused.body)]).toEqual([409, expect.stringContaining('项没有退回')])
    expect((await give(['s-2'], me)).status).toBe(200)
    const back = (items: readonly string[]) =>
      tell(CLERK, '/spread/back', { items, seen: seen + 1, reason: '此项由规划股掌握，请改派。' })
    expect([(await back(['s-1', 's-2'])).status, (await back(['s-2'])).status]).toEqual([409, 200])
  })

  it('may be handed in as it was only with the reason why', async () => {
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2'] })
    await county.signAll('dazhuang', 'creation-declaration')
    expect((await click(CLERK, `${DECLARATION}/submit`)).refusal().fields).toHaveProperty('explanation')
  })

  it('cannot be exchanged for a list that changes what was not named', async () => {
    const whole = await handedIn()
    await sendBack({ reopens: ['selfAssessment'], indicators: ['s-2'] })
    const now = manifest.parse(await county.contents.get(whole))
    const forged = { ...now, pins: now.pins.map((one) => (one.item === 's-3' ? { ...one, number: 9 } : one)) }
    const sha256 = await county.contents.put(forged)
    const { form } = await page(CLERK)
    expect((await save({ ...declared, base: form?.digest, manifest: sha256 })).refusal()).toMatchObject({
      error: '退回补正时只能修改列明的指标，另有1项与提交时不同；请重新定稿。',
    })
  })

  it('is sent back by indicators that it pins alone', async () => {
    const answer = await click('officer', 'steps/acceptance/draft', {
      ...{ outcome: 'returned', reason: '自评与材料不符。', reopens: ['selfAssessment'] },
      indicators: ['unheard'],
    })
    expect(answer.refusal().fields).toEqual({ indicators: '有自评中没有的指标' })
  })
})

it('over generated histories what is not named keeps its version, and what the office reads is what was handed in', async () => {
  const edit = fc.record({ is: fc.constant('edit' as const), item: fc.constantFrom(...ITEMS) })
  const back = fc.record({ is: fc.constant('back' as const), named: fc.subarray(ITEMS, { minLength: 1 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(edit, back), { minLength: 2, maxLength: 8 }), async (history) => {
      await openDossierCounty()
      await atDeclaration()
      await answerAll()
      await pin()
      await handIn()
      let open: readonly string[] = []
      let pinned = await pinsOf(await handedIn())
      let count = 0
      for (const one of history) {
        count += 1
        if (one.is === 'edit') {
          const { status } = await rewrite(one.item, `第${count}次修改的内容。`)
          expect(status === 200).toBe(open.includes(one.item))
        } else {
          if (open.length > 0) {
            await pin()
            const { form } = await page(CLERK)
            county.clock.at = new Date(Date.parse(county.clock.at) + 60_000).toISOString()
            await county.signAll('dazhuang', 'creation-declaration')
            const again = await click(CLERK, `${DECLARATION}/submit`, {
              covers: form?.digest,
              explanation: '经核对不需要修改内容。',
            })
            expect([again.status, again.text.slice(0, 300)]).toEqual([200, expect.anything()])
            const now = await pinsOf(await handedIn())
            for (const item of ITEMS) if (!open.includes(item)) expect([item, now[item]]).toEqual([item, pinned[item]])
            pinned = now
          }
          await sendBack({
            reopens: ['selfAssessment'],
            indicators: one.named,
            reason: `第${count}次退回，请核对自评。`,
          })
          open = one.named
          for (const item of ITEMS)
            expect((await answered(look('officer', `/items/${item}`), dossierItem)).number).toBe(pinned[item])
        }
      }
    }),
    { numRuns: 12 },
  )
})
