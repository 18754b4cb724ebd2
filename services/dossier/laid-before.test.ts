/** Whoever assesses reads of a self-assessment what was handed in, once the case was given to them to assess. */
import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { dossierItem, dossierPage } from '#contracts/dossier/dossier.ts'
import {
  accept,
  atDeclaration,
  click,
  county,
  DECLARATION,
  declared,
  follow,
  page,
} from '../intake/fixtures/whole-county.ts'
import { answerAll, answered, look, openDossierCounty, reached, tell } from './fixtures/dossier-county.ts'

const CLERK = 'dazhuang-clerk'
const made = z.object({ manifest: z.string() })

beforeEach(async () => {
  await openDossierCounty()
  await atDeclaration()
  await answerAll()
  const { manifest } = await answered(tell(CLERK, '/finish'), made)
  await tell(CLERK, '/items/s-3', { ...reached, text: '定稿以后又写的。', number: 1 })
  const { form } = await page(CLERK)
  await click(CLERK, `${DECLARATION}/save`, { ...declared, base: form?.digest ?? '', manifest })
  await county.signAll('dazhuang', 'creation-declaration')
  await click(CLERK, `${DECLARATION}/submit`)
})

it('is kept from them before', async () => {
  for (const who of ['scorer', 'leader']) {
    const { status, body } = await look(who)
    expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('没有交您考核')])
    expect((await look(who, '/items/s-1')).status).toBe(403)
    expect((await look(who, '/report/s-p1')).status).toBe(403)
  }
})

it('is shown as it was handed in, and stays to be read', async () => {
  await accept('acceptance')
  for (const who of ['scorer', 'leader']) {
    expect(await answered(look(who), dossierPage)).toMatchObject({
      ...{ view: 'handedIn', writes: false, spread: false, items: 4, reached: 4 },
    })
    expect(await answered(look(who, '/items/s-3'), dossierItem)).toMatchObject({ number: 1, text: reached.text })
    expect((await page(who)).dossier).toBe(true)
    expect((await tell(who, '/items/s-3', { ...reached, number: 2 })).status).toBe(403)
  }
  await follow('assessment', 'notRecommended', 'panel/2018-2/dazhuang/7', 1, 'leader')
  expect((await look('scorer')).status).toBe(200)
})

it('is nothing to a body that assesses nobody', async () => {
  await accept('acceptance')
  expect((await look('group-secretary')).status).toBe(403)
})
