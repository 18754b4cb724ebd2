/** Whoever assesses opens what the self-assessment cites that was handed in, and no other file of the unit. */
import { expect, it } from 'vitest'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { memoryContents } from '#ledger/memory-contents.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { AT, DATES, decided, FULL, fullTerms, handedIn, ISSUER, smallCounty } from '../views/fixtures/small-county.ts'
import { evidenceUses } from './evidence-uses.ts'
import { memoryObjects } from './memory-objects.ts'

const [CITED, WRITTEN_SINCE] = ['1'.repeat(64), '2'.repeat(64)]
const CASE = 'case/2018-2/dazhuang'

async function countyAssessed() {
  const county = await smallCounty()
  const { ledger } = county
  const contents = memoryContents()
  const manifest = await contents.put({
    ...{ kind: 'selfAssessment', batch: '2018-2', unit: 'dazhuang' },
    standard: { catalogue: 'standard', version: 1, digest: 'e'.repeat(64) },
    pins: [{ item: 's-1', number: 1, hash: 'f'.repeat(64), result: 'reached', files: [CITED] }],
  })
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
  await county.write(
    CASE,
    ...handedIn,
    decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' }),
    decided('selection', 3, 'cultivated', 'implementation'),
    decided('implementation', 4, 'ended', 'declaration', { by: 'time' }),
    decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk', manifest }),
  )
  const file = { size: 9, contentType: 'application/pdf' }
  for (const sha256 of [CITED, WRITTEN_SINCE])
    await county.write(
      `evidence/dazhuang/${sha256}`,
      { type: 'promised', by: 'clerk', name: `${sha256[0]}.pdf`, ...file },
      { type: 'kept', ...file },
    )
  for (const files of [[CITED], [WRITTEN_SINCE]])
    await county.write('dossier/2018-2/dazhuang/s-1', { type: 'answered', by: 'clerk', text: '已经落实。', files })
  const [rows, objects] = [memoryRows(ledger), memoryObjects()]
  const deps = { ledger, rows, contents, objects, attachments: objects, scan: false, persons: memoryPersons(() => {}) }
  const handler = serve(evidenceEndpoints, evidenceUses(deps), { ledger, log: () => {} })
  const reads = async (who: string) => {
    const open = async (sha256: string) => {
      const login = { issuer: ISSUER, subject: who }
      return (await send(handler, { at: AT, login, path: `/api/evidence/dazhuang/${sha256}` })).status === 200
    }
    return [await open(CITED), await open(WRITTEN_SINCE)]
  }
  return { county, reads }
}

it('opens none before the case was given to them, then what was handed in cites', async () => {
  const { county, reads } = await countyAssessed()
  for (const who of ['scorer', 'leader']) expect(await reads(who), who).toEqual([false, false])
  await county.write(CASE, decided('acceptance', 6, 'accepted', 'assessment', { by: 'office-head' }))
  for (const who of ['scorer', 'leader']) expect(await reads(who), who).toEqual([true, false])
  expect(await reads('secretary')).toEqual([false, false])
  expect(await reads('clerk')).toEqual([true, true])
})

it('opens none of what no assessor reads, where a body of another kind had the case', async () => {
  const { county, reads } = await countyAssessed()
  const list = { step: 'selection', cases: ['dazhuang'], visits: { dazhuang: 3 }, text: '请审议。' }
  await county.write('resolution/2018-2/selection', { type: 'listPrepared', ...list, trial: false, batch: '2018-2' })
  expect(await reads('group-secretary')).toEqual([false, false])
})
