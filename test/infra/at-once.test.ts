import { expect, it } from 'vitest'
import { county } from '#county/county.ts'
import { functionsOf, templatesOf } from './templates.ts'

/** A new account's limit is raised to this when somebody asks; AWS leaves a hundred of it to what nothing is kept for. */
const LIMIT = 1000
const UNRESERVED = 100

const keptApart = (all: ReturnType<typeof templatesOf>) =>
  functionsOf(all).flatMap(({ name, Properties: { ReservedConcurrentExecutions: room } }) =>
    room === undefined ? [] : [[name, room]],
  )

it('whoever needs no login takes no more than the room that is kept for them, and the office is held to none', () => {
  const sixian = templatesOf('sixian')
  const open = new Set(
    sixian
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => Properties.AuthorizationType !== 'JWT')
      .map(({ Properties }) => Properties.Target.replace('integrations/', '')),
  )
  const behind = sixian
    .ofType('AWS::ApiGatewayV2::Integration')
    .filter((one) => open.has(sixian.idOf(one)))
    .map(({ Properties }) => Properties.IntegrationUri.replace('.Arn', ''))
  const functions = functionsOf(sixian).filter((fn) => behind.includes(sixian.idOf(fn)))
  expect(keptApart(sixian)).toEqual([
    // One run at a time, however often somebody calls it by hand.
    ['erase-due', 1],
    ['notice-public', 10],
    ['call-files', 10],
    ['serve-site', 20],
  ])
  expect(functions.map(({ name }) => name).sort()).toEqual(['call-files', 'notice-public', 'serve-site'])
})

it('the county’s file says how many, or that its account cannot spare any', () => {
  expect(keptApart(templatesOf('sixian', { atOnce: { objections: 4, pages: 6 } }))).toEqual([
    ['erase-due', 1],
    ['notice-public', 4],
    ['call-files', 4],
    ['serve-site', 6],
  ])
  expect(keptApart(templatesOf('sixian', { atOnce: false }))).toEqual([])
  const { atOnce } = county.shape
  expect(atOnce.parse({ pages: 5 })).toEqual({ objections: 10, pages: 5 })
  for (const wrong of [0, 201, 1.5, 'many']) expect(atOnce.safeParse({ pages: wrong }).success).toBe(false)
})

it('two counties of one account still leave what AWS asks for', () => {
  const most = 2 * keptApart(templatesOf('sixian')).reduce((sum, [, room]) => sum + Number(room), 0)
  expect(LIMIT - most).toBeGreaterThan(UNRESERVED)
})
