import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { County } from '#county/county.ts'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'
import { readCounty } from '../laptop/laptop.ts'
import { checkCounty, checkIssuer } from './check-county.ts'

const real: County = {
  ...readCounty('sixian'),
  issuer: 'https://login.sixian.gov.cn/oidc',
  siteOrigin: 'https://shifan.sixian.gov.cn',
  alarmEmail: 'it@sixian.gov.cn',
}

describe('a county’s file before it is deployed', () => {
  it('may be as a county would fill it in', () => {
    expect(() => checkCounty(real)).not.toThrow()
  })
  it.each<[Partial<County>, string]>([
    [{ region: 'ap-southeast-1' }, 'region“ap-southeast-1”不在partition“aws-cn”里'],
    [{ partition: 'aws' }, 'region“cn-north-1”不在partition“aws”里'],
    [{ issuer: 'http://login.sixian.gov.cn' }, '不是https'],
    [{ siteOrigin: 'https://shifan.sixian.gov.cn/' }, '末尾不要斜杠'],
    [{ issuer: 'https://login.sixian.example/oidc' }, '“https://login.sixian.example/oidc”还是示例'],
  ])('is refused with %j', (change, sentence) => {
    expect(() => checkCounty({ ...real, ...change })).toThrow(sentence)
  })
  it('is refused as it stands in the repository, with everything that is still an example', () => {
    expect(() => checkCounty(readCounty('fenghuang'))).toThrow(
      'counties/fenghuang.json还不能部署：“https://login.fenghuang.example/oidc”还是示例；“https://shifan.fenghuang.example”还是示例；“it@fenghuang.example”还是示例',
    )
  })
})

describe('its issuer', () => {
  let origin = ''
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/right/')) return response.writeHead(404).end('not here')
    return response.end(JSON.stringify({ issuer: `${origin}/right`, jwks_uri: `${origin}/keys` }))
  })
  beforeAll(async () => {
    origin = await listen(server, 0)
  })
  afterAll(() => unlisten(server))

  it('has to describe itself under the very same address', async () => {
    await expect(checkIssuer({ name: 'a', issuer: `${origin}/right` })).resolves.toBeUndefined()
    await expect(checkIssuer({ name: 'a', issuer: `${origin}/right/` })).rejects.toThrow('两者须完全一致')
    await expect(checkIssuer({ name: 'a', issuer: `${origin}/wrong` })).rejects.toThrow('无法读取身份认证的说明')
  })
})
