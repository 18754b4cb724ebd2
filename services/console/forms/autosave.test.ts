import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError } from '#contracts/client.ts'
import { schemaOf } from '#contracts/forms.ts'
import { Kept } from '../kept/kept.ts'
import { SessionEnded } from '../session/session-ends.ts'
import { Autosave, type Standing } from './autosave.ts'
import type { Values } from './kept-values.ts'
import { localDraft } from './local-draft.ts'

const FORM = schemaOf({
  fields: [
    { name: 'contact', label: '联系人', kind: 'text', max: 30, personal: true },
    { name: 'phone', label: '联系电话', kind: 'text', format: 'phone', personal: true },
    { name: 'reason', label: '申请理由', kind: 'longText', max: 3000 },
    { name: 'project', label: '创建示范项目名称', kind: 'text', max: 100 },
    { name: 'workPlan', label: '工作计划', kind: 'files' },
  ],
})

/** A browser, its timers, and a server that keeps one form. */
function desk(beginning: Values = {}) {
  const store = new Map<string, string>()
  const kept = new Kept(() => ({
    getItem: (key) => store.get(key) ?? null,
    setItem: (key, value) => void store.set(key, value),
    removeItem: (key) => void store.delete(key),
    key: (n) => [...store.keys()][n] ?? null,
    length: store.size,
  }))
  const kepts = localDraft('dazhuang', kept, ['contact', 'phone'])
  let standing: Standing = { seen: 1, digest: '1', values: beginning, by: '' }
  const commands: string[] = []
  const outliving: boolean[] = []
  const timers: (() => void)[] = []
  const server: { fail?: Error | undefined; answer?: () => Promise<void> } = {}
  const keep = (values: Values, by: string) => {
    const seen = standing.seen + 1
    standing = { seen, digest: String(seen), values, by }
    return standing
  }
  const open = (isOpen: (field: string) => boolean = () => true, local = kepts) =>
    new Autosave({
      form: FORM,
      standing,
      local,
      open: isOpen,
      save: async (values, base, command, outlives) => {
        commands.push(command)
        outliving.push(outlives)
        await server.answer?.()
        if (server.fail) throw server.fail
        if (base !== standing.digest) throw new ApiError(409, '在别处修改过', 'conflict')
        return keep(values, '我')
      },
      read: async () => standing,
      now: () => 0,
      newCommand: () => `click-${new Set(commands).size}`,
      later: (what) => {
        timers.push(what)
        return () => void timers.splice(timers.indexOf(what), 1)
      },
    })
  const pause = async () => {
    for (const timer of timers.splice(0)) timer()
    await new Promise((soon) => setTimeout(soon, 5))
  }
  return {
    open,
    pause,
    server,
    local: kepts,
    written: () => [...store.values()].join(),
    commands,
    outliving,
    timers,
    kept: () => standing.values,
    other: (values: Values) => keep(values, '严书琴'),
  }
}
let at: ReturnType<typeof desk>
beforeEach(() => {
  at = desk({ reason: '基础较好' })
})

it('saves after a pause, once for many changes, and forgets the copy in the browser', async () => {
  const form = at.open()
  form.put('project', '普')
  form.put('project', '普法')
  expect(Object.keys(at.local.read())).toEqual(['project'])
  await at.pause()
  expect(at.kept()).toEqual({ reason: '基础较好', project: '普法' })
  expect(at.commands).toHaveLength(1)
  expect(at.local.read()).toEqual({})
  expect(form.draft().saving).toEqual({ is: 'saved', at: 0 })
})
it('saves at once, by a request that outlives the page, what stands there when it is left, and says what is nowhere else', async () => {
  const form = at.open()
  form.put('contact', '鲁秀珍')
  form.put('project', '普法')
  expect(form.leave()).toBe(true)
  expect(at.commands).toHaveLength(1)
  await at.pause()
  expect(at.kept()).toEqual({ reason: '基础较好', contact: '鲁秀珍', project: '普法' })
  expect([at.outliving, form.leave(), at.commands.length]).toEqual([[true], false, 1])
  // What this browser has kept is there again, whether the server has got it or not.
  at.server.fail = new ApiError(0, '网络不通')
  form.put('project', '普法和评查')
  expect(form.leave()).toBe(false)
})
it('says that an answer which cannot be saved is on this page alone', async () => {
  const form = at.open()
  form.put('phone', '139-0000')
  expect([form.leave(), at.commands]).toEqual([true, []])
  form.put('phone', undefined)
  expect(form.leave()).toBe(false)
})
it('saves nothing that is still being composed when the page is left, and says that it is not kept', async () => {
  const form = at.open()
  form.composing(true)
  form.put('project', "pu'fa")
  expect([form.leave(), at.commands]).toEqual([true, []])
  form.put('project', '普法')
  form.composing(false)
  await at.pause()
  expect(at.kept().project).toBe('普法')
})
it('saves once more when the form is left for another page, and then tries no more by itself', async () => {
  const form = at.open()
  form.put('project', '普法')
  form.stop()
  await at.pause()
  expect(at.kept().project).toBe('普法')
  at.server.fail = new ApiError(0, '网络不通')
  form.put('project', '普法和评查')
  form.stop()
  await at.pause()
  expect([at.timers.length, at.commands.length]).toEqual([0, 2])
  // Whoever comes back begins with what waited.
  at.server.fail = undefined
  form.again()
  await at.pause()
  expect(at.kept().project).toBe('普法和评查')
})
it('does not save in the middle of a composition', async () => {
  const form = at.open()
  form.composing(true)
  form.put('project', 'pu')
  form.put('project', "pu'fa")
  await at.pause()
  expect(at.commands).toEqual([])
  expect(at.local.read()).toEqual({})
  form.put('project', '普法')
  form.composing(false)
  await at.pause()
  expect(at.kept().project).toBe('普法')
})
it('has nothing to do when nothing has changed', async () => {
  const form = at.open()
  form.put('reason', '基础较好')
  await at.pause()
  expect(await form.flush()).toBe(true)
  expect(at.commands).toEqual([])
})
it('sends what is right, and keeps what is wrong in the browser', async () => {
  const form = at.open()
  form.put('phone', '05577')
  form.put('project', '普法')
  await at.pause()
  expect(at.kept()).toEqual({ reason: '基础较好', project: '普法' })
  expect(Object.keys(at.local.read())).toEqual(['phone'])
  expect(form.draft().wrong.phone).toContain('联系电话')
  expect(await form.flush()).toBe(false)
})

it('tells a county that does not answer from a line that is cut, and goes on by itself after either', async () => {
  const form = at.open()
  for (const [fail, is] of [
    [new ApiError(0, '网络不通'), 'offline'],
    [new ApiError(503, '稍后'), 'unanswered'],
    [new ApiError(429, '太多'), 'unanswered'],
    [new SyntaxError('Unexpected token'), 'unanswered'],
  ] as const) {
    at.server.fail = fail
    form.put('project', `普法${fail.message}`)
    await at.pause()
    expect(form.draft().saving).toEqual({ is })
    at.server.fail = undefined
    await at.pause()
    expect([form.draft().saving.is, at.kept().project]).toEqual(['saved', `普法${fail.message}`])
  }
})
it('keeps what is personal for this page, and writes it down nowhere', () => {
  at.open().put('contact', '戚佩兰')
  at.open().put('project', '普法')
  expect(at.open().draft().values).toMatchObject({ contact: '戚佩兰', project: '普法' })
  expect(at.written()).toContain('普法')
  expect(at.written()).not.toContain('戚佩兰')
})

describe('when the line is cut', () => {
  it('says so, keeps everything, and repeats the same click', async () => {
    const form = at.open()
    at.server.fail = new ApiError(0, '网络不通')
    form.put('project', '普法')
    await at.pause()
    expect(form.draft().saving).toEqual({ is: 'offline' })
    expect(at.open().draft().values.project).toBe('普法')
    at.server.fail = undefined
    await at.pause()
    expect(at.kept().project).toBe('普法')
    expect(new Set(at.commands).size).toBe(1)
  })
  it('waits for the login when that has ended', async () => {
    const form = at.open()
    at.server.fail = new SessionEnded()
    form.put('project', '普法')
    await at.pause()
    expect(form.draft().saving).toEqual({ is: 'loggedOut' })
    at.server.fail = undefined
    form.again()
    await at.pause()
    expect(at.kept().project).toBe('普法')
  })
})

describe('two on one form', () => {
  it('puts together what each changed', async () => {
    const form = at.open()
    at.other({ reason: '他们的' })
    form.put('project', '普法')
    await at.pause()
    await at.pause()
    expect(at.kept()).toEqual({ reason: '他们的', project: '普法' })
    expect(form.draft().values).toEqual({ reason: '他们的', project: '普法' })
  })
  it('asks where both changed the same, says who, and saves what is chosen', async () => {
    const form = at.open()
    at.other({ reason: '他们的' })
    form.put('reason', '我的')
    await at.pause()
    await at.pause()
    expect(at.kept()).toEqual({ reason: '他们的' })
    expect(form.draft().collisions).toEqual([{ field: 'reason', mine: '我的', theirs: '他们的', by: '严书琴' }])
    expect(form.draft().values.reason).toBe('我的')
    form.choose('reason', 'mine')
    await at.pause()
    expect(at.kept()).toEqual({ reason: '我的' })
  })
  it('shows what is newer as soon as it is read', () => {
    const form = at.open()
    form.arrived(at.other({ reason: '他们的' }))
    expect(form.draft()).toMatchObject({ values: { reason: '他们的' }, taken: { fields: ['reason'], by: '严书琴' } })
  })
})

describe('begun again in the same browser', () => {
  it('finds what was not saved, and saves it', async () => {
    at.open().put('project', '普法')
    const again = at.open()
    expect(again.draft()).toMatchObject({ values: { project: '普法' }, restored: ['project'] })
    again.again()
    await at.pause()
    expect(at.kept().project).toBe('普法')
  })
  it('asks when the server has moved on meanwhile', () => {
    at.open().put('reason', '我的')
    at.other({ reason: '他们的' })
    expect(at.open().draft().collisions).toMatchObject([{ field: 'reason', mine: '我的', theirs: '他们的' }])
  })
  it('leaves out what may no longer be changed', () => {
    at.open().put('reason', '我的')
    expect(at.open((field) => field !== 'reason').draft().values.reason).toBe('基础较好')
  })
  it('keeps an emptied answer empty', () => {
    at.open().put('reason', undefined)
    expect(at.open().draft().values.reason).toBeUndefined()
  })
})
it('keeps what is typed while a save is under way', async () => {
  const form = at.open()
  let pass = () => {}
  const gate = new Promise<void>((open) => {
    pass = open
  })
  at.server.answer = () => gate
  form.put('project', '普')
  await at.pause()
  form.put('project', '普法')
  pass()
  await at.pause()
  await at.pause()
  expect(at.kept().project).toBe('普法')
  expect(form.draft().values.project).toBe('普法')
})
it('stops with the reason when the server will not have it, and goes on with the next change', async () => {
  const form = at.open()
  at.server.fail = new ApiError(422, '有附件还不能使用。', 'incomplete', { workPlan: '未通过核验' })
  form.put('project', '普法')
  await at.pause()
  expect(form.draft()).toMatchObject({
    saving: { is: 'stopped', why: '有附件还不能使用。' },
    wrong: { workPlan: '未通过核验' },
  })
  at.server.fail = undefined
  form.put('project', '普法责任')
  await at.pause()
  expect(at.kept().project).toBe('普法责任')
})
it('saves what stands beside an answer that the server will not have, and tries that again with the next change', async () => {
  const form = at.open()
  const paper = `${'a'.repeat(64)} 照片.pdf`
  form.put('workPlan', [paper])
  form.put('project', '普法')
  at.server.answer = async () => {
    const isThere = form.draft().values.workPlan !== undefined
    const isFirst = new Set(at.commands).size % 2 === 1
    at.server.fail =
      isThere && isFirst
        ? new ApiError(422, '有附件还不能使用。', 'incomplete', { 'workPlan.0': '正在查毒' })
        : undefined
  }
  await at.pause()
  await at.pause()
  expect(at.kept()).toEqual({ reason: '基础较好', project: '普法' })
  expect(form.draft()).toMatchObject({ saving: { is: 'saved' }, refused: { workPlan: '正在查毒' } })
  expect(form.draft().wrong).toEqual({ workPlan: '正在查毒' })
  expect(Object.keys(at.local.read())).toEqual(['workPlan'])
  // It has passed by itself.
  at.server.answer = async () => {}
  at.server.fail = undefined
  form.put('project', '普法责任')
  await at.pause()
  expect(at.kept()).toEqual({ reason: '基础较好', project: '普法责任', workPlan: [paper] })
  expect([form.draft().wrong, form.draft().refused]).toEqual([{}, {}])
})
it('stops where nothing but a refused answer is left', async () => {
  const form = at.open()
  at.server.fail = new ApiError(422, '有附件还不能使用。', 'incomplete', { workPlan: '未通过核验' })
  form.put('workPlan', [`${'a'.repeat(64)} 照片.pdf`])
  await at.pause()
  expect(form.draft()).toMatchObject({ saving: { is: 'stopped' }, refused: { workPlan: '未通过核验' } })
  expect(at.commands).toHaveLength(1)
  at.server.fail = undefined
  expect(await form.flush()).toBe(true)
  expect(form.draft().refused).toEqual({})
})

describe('what nobody keeps', () => {
  it('is told apart: personal and wrong, as long as it stands on the page', async () => {
    const { open } = desk({ phone: '0557-7021234' })
    const form = open()
    form.put('phone', '#N/A')
    form.put('project', '长'.repeat(101))
    expect(await form.flush()).toBe(false)
    expect(form.draft()).toMatchObject({
      apart: ['phone'],
      wrong: { phone: expect.any(String), project: expect.any(String) },
    })
    form.put('phone', '0557-7021235')
    await form.flush()
    expect(form.draft().apart).toEqual([])
  })
  it('is what a browser that is full, or keeps nothing, does not take either', () => {
    const { open } = desk()
    const full = new Kept(() => {
      throw new Error('QuotaExceededError')
    })
    const form = open(() => true, localDraft('dazhuang', full, []))
    form.put('reason', '基础较好')
    expect(form.draft().apart).toEqual(['reason'])
  })
})
