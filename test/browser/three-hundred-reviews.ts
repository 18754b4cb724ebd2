import type { z } from 'zod/mini'
import type { viewsEndpoints } from '#contracts/views.ts'
import { decided, saved, smallCounty } from '../../services/views/fixtures/small-county.ts'

/** What the worklist's own use case answers an officer when three hundred units have handed in. */
export async function threeHundredReviews(): Promise<z.output<typeof viewsEndpoints.readWorklist.response>> {
  const county = await smallCounty()
  await county.openCall('2018-2')
  for (let n = 1; n <= 300; n++) {
    const unit = `unit-${n}`
    const name = `第${n}号街道办事处`
    await county.write(`unit/${unit}`, { type: 'registered', unit, name, kind: 'town', inScope: true })
    await county.openCase('2018-2', unit)
    const at = new Date(Date.parse('2018-05-01T01:00:00.000Z') + n * 60_000).toISOString()
    await county.write(`case/2018-2/${unit}`, saved('clerk'), {
      ...decided('application', 1, 'submitted', 'review'),
      at,
    })
  }
  return county.worklist('officer')
}
