import { importJWK, SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { apiClient } from '#contracts/client.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { oidcKeys } from '#local-cloud/oidc/oidc-keys.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import { readCase } from '../../packages/cli/rehearsal/stage.ts'
import { BATCH, type Laptop } from './laptop-under-test.ts'

const APPLICATION = `/api/cases/${BATCH}/dazhuang/forms/creation-application/save`

export function refusesRequests(laptop: () => Laptop): void {
  const worklistWith = (token: string) =>
    apiClient(laptop().cloud.addresses.origin, () => token)(viewsEndpoints.readWorklist)

  it('without a token is refused, and the person is asked to log in', async () => {
    expect(await laptop().post(APPLICATION, {})).toMatchObject({ status: 401 })
    await expect(worklistWith('')).rejects.toMatchObject({ status: 401, message: '登录已过期，请重新登录。' })
  })

  it('with a token that ran out, though the issuer did sign it, is refused', async () => {
    const { county, cloud, data, tokenOf, post } = laptop()
    const { signing } = oidcKeys(`${data}/issuer`)
    const { sub } = JSON.parse(Buffer.from((await tokenOf('clerk-dazhuang')).split('.')[1]!, 'base64url').toString())
    const signed = async (expires: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'at+jwt' })
        .setIssuer(`${cloud.addresses.origin}/oidc`)
        .setAudience(county.audience)
        .setSubject(sub)
        .setExpirationTime(expires)
        .sign(await importJWK(signing, 'RS256'))
    expect((await worklistWith(await signed('1m'))).items).toBeDefined()
    const old = await signed('1s ago')
    await expect(worklistWith(old)).rejects.toMatchObject({ status: 401, message: '登录已过期，请重新登录。' })
    const body = { reason: '理由' }
    expect(await laptop().appendsDuring(() => post(APPLICATION, { token: old, body }))).toEqual([])
  })

  it('whose body is not JSON is refused, and nothing comes of it', async () => {
    const { post, appendsDuring } = laptop()
    const appends = await appendsDuring(async () => {
      expect(await post(APPLICATION, { login: 'clerk-dazhuang', body: '{"reason": 理由' })).toMatchObject({
        status: 400,
        body: { code: 'unreadable', error: '提交内容格式有误；请刷新页面后再试。' },
      })
    })
    expect(appends).toEqual([])
  })

  it('without a click id is refused, lest it be done twice', async () => {
    expect(await laptop().post(APPLICATION, { login: 'clerk-dazhuang', key: '' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('本次提交缺少操作编号') },
    })
  })

  it('with fields missing or wrong is told all of them at once, by field', async () => {
    const { post, appendsDuring } = laptop()
    const appends = await appendsDuring(async () => {
      const { status, body } = await post('/api/batches/2018-3/call', {
        login: 'officer-1',
        body: { title: '', trial: '是', quota: 0, signOffs: { 'creation-application': { legalOffice: '网上' } } },
      })
      expect(status).toBe(422)
      expect(body).toMatchObject({
        code: 'incomplete',
        error: expect.stringMatching(/^“拟制创建通知”有\d+处需要修改。$/),
      })
      expect(body.fields).toEqual({
        title: '请填写通知标题',
        approval: '请填写批准文号和日期',
        trial: '请选择是否演练',
        dates: '请填写各环节的截止日期',
        returnDays: '退回后的补正天数应为1至90的整数',
        replyDays: '异议答复天数应为1至90的整数',
        quota: '名额应为1至500的整数，收到0；请改正',
        'signOffs.creation-application.legalOffice': '请选择签署方式',
      })
    })
    expect(appends).toEqual([])
  })

  it.each(['', '   '])('for a call with the approval reference %j opens nothing', async (reference) => {
    const { post, appendsDuring } = laptop()
    const { approval, ...rest } = terms
    const appends = await appendsDuring(async () => {
      expect(
        await post('/api/batches/2018-3/call', {
          login: 'officer-1',
          body: { ...rest, approval: { ...approval, reference } },
        }),
      ).toMatchObject({ status: 422, body: { fields: { 'approval.reference': '请填写批准文号' } } })
    })
    expect(appends).toEqual([])
  })

  it('clicked twice, at once or again later, is done once and answered alike', async () => {
    const { post, appendsDuring, stage } = laptop()
    const click = { login: 'clerk-dazhuang', key: 'click-dazhuang-open' }
    const path = `/api/cases/${BATCH}/dazhuang/open`
    let answers: Awaited<ReturnType<typeof post>>[] = []
    const appends = await appendsDuring(async () => {
      answers = await Promise.all([post(path, click), post(path, click)])
    })
    expect(appends).toEqual([`case/${BATCH}/dazhuang 1`])
    answers.push(await post(path, click))
    for (const { status, body } of answers) expect({ status, seen: body.seen }).toEqual({ status: 200, seen: 1 })
    expect((await readCase(stage, 'clerk-dazhuang', 'dazhuang')).seen).toBe(1)
  })

  it('that arrives again after another one was done changes nothing back', async () => {
    const { post, appendsDuring, stage } = laptop()
    const save = (reason: string, key: string) => post(APPLICATION, { login: 'clerk-dazhuang', body: { reason }, key })
    await save('先写的理由', 'click-first-reason')
    await save('改过的理由', 'click-second-reason')
    const appends = await appendsDuring(async () => {
      expect(await save('先写的理由', 'click-first-reason')).toMatchObject({ status: 200, body: { seen: 3 } })
    })
    expect(appends).toEqual([])
    expect((await readCase(stage, 'clerk-dazhuang', 'dazhuang')).form?.values.reason).toBe('改过的理由')
  })
}
