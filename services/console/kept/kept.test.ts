import { describe, expect, it } from 'vitest'
import { Kept, type Store } from './kept.ts'

function browser() {
  const written = new Map<string, string>()
  const store: Store = {
    getItem: (key) => written.get(key) ?? null,
    setItem: (key, value) => void written.set(key, value),
    removeItem: (key) => void written.delete(key),
    key: (n) => [...written.keys()][n] ?? null,
    get length() {
      return written.size
    },
  }
  /** A window of this browser, as whoever logs in there. */
  const window = (person: string) => {
    const kept = new Kept(() => store)
    kept.belongTo(person)
    return kept
  }
  return { written, store, window, all: () => [...written.values()].join() }
}
const NAME = 'enter/2018-2/1'

describe('what is kept', () => {
  it('is there in the next window of the same person, and gone once it was sent', () => {
    const { window, written } = browser()
    window('鲁秀珍').keep(NAME, { summary: '名单有误', scan: undefined })
    expect(window('鲁秀珍').read(NAME)).toEqual({ summary: '名单有误' })
    expect(window('鲁秀珍').read('enter/2018-2/2')).toBeUndefined()
    window('鲁秀珍').forget(NAME)
    expect([window('鲁秀珍').read(NAME), written.size]).toEqual([undefined, 0])
  })
  it('says for what it was first typed, until it is sent, and that is none of its fields', () => {
    const { window } = browser()
    window('鲁秀珍').keep(NAME, { summary: '名单有误' }, [], '1')
    const next = window('鲁秀珍')
    expect([next.about(NAME), next.read(NAME)]).toEqual(['1', { summary: '名单有误' }])
    next.keep(NAME, { summary: '名单有误，请核实' }, [], '2')
    expect(next.about(NAME)).toBe('1')
    next.forget(NAME)
    next.keep(NAME, { summary: '又一件' }, [], '2')
    expect(next.about(NAME)).toBe('2')
    next.keep(NAME, {}, [], '2')
    expect([next.about(NAME), next.count()]).toEqual([undefined, 0])
    next.keep(NAME, { summary: '无关' })
    expect(next.about(NAME)).toBeUndefined()
  })
  it('is forgotten when somebody else logs in, with what an older version kept without saying whose', () => {
    const { window, written } = browser()
    written.set('shifan:form:enter/2018-2/1', '{"name":"戚佩兰"}')
    written.set('shifan:draft:p-1/2018-2/dunji/1', '{}')
    written.set('oidc.state', 'of the login')
    window('鲁秀珍').keep(NAME, { summary: '名单有误' })
    expect(window('鲁').read(NAME)).toBeUndefined()
    expect([...written.keys()]).toEqual(['oidc.state'])
  })
  it('is forgotten at logout, which this person’s other windows hear of, and nobody else’s', () => {
    const { window, store, written } = browser()
    const [mine, other, theirs] = [window('甲'), window('甲'), window('乙')]
    mine.belongTo('甲')
    mine.keep(NAME, { summary: '名单有误', name: '戚佩兰' }, ['name'])
    const told: (string | null)[] = []
    const { setItem } = store
    store.setItem = (key, value) => {
      told.push(value)
      setItem(key, value)
      if (key !== 'shifan:left') return
      expect([other.hasLeft({ key, newValue: value }), theirs.hasLeft({ key, newValue: value })]).toEqual([true, false])
    }
    expect(mine.count()).toBe(1)
    mine.leave()
    expect([told, written.size, mine.count(), mine.read(NAME)]).toEqual([['甲'], 0, 0, undefined])
    expect(other.hasLeft({ key: 'shifan:left', newValue: null })).toBe(false)
  })
  it('goes when somebody else logs in, which the windows that were its person’s hear of; who leaves then takes nothing of theirs', () => {
    const { window } = browser()
    const [first, same, next] = [window('甲'), window('甲'), window('乙')]
    first.keep(NAME, { summary: '名单有误' })
    next.belongTo('乙')
    const heard = { key: 'shifan:here', newValue: '乙' }
    expect([first, same, next].map((one) => one.isAnothers(heard))).toEqual([true, true, false])
    expect(first.isAnothers({ key: 'shifan:here', newValue: null })).toBe(false)
    expect(first.read(NAME)).toBeUndefined()
    next.keep(NAME, { summary: '另有意见' })
    first.leave()
    expect(next.read(NAME)).toEqual({ summary: '另有意见' })
  })
  it('waits for its person where nobody was there for too long, but for what is personal', () => {
    const { window, all } = browser()
    const [mine, other] = [window('甲'), window('甲')]
    mine.keep(NAME, { summary: '名单有误', name: '戚佩兰' }, ['name'])
    const AT = 1_525_741_200_000
    // Of two windows that find it at once, one ends the login.
    expect([mine.timeOut(AT), other.timeOut(AT + 900), other.timeOut(AT + 60_000)]).toEqual([true, false, true])
    expect(mine.read(NAME)).toEqual({ summary: '名单有误' })
    expect(other.hasLeft({ key: 'shifan:left', newValue: '甲' })).toBe(true)
    expect(window('甲').read(NAME)).toEqual({ summary: '名单有误' })
    expect(window('乙').read(NAME)).toBeUndefined()
    expect(all()).not.toContain('名单有误')
  })
  it('says to every window when somebody was last at one of them', () => {
    const { window, written } = browser()
    const [mine, other] = [window('甲'), window('甲')]
    expect(mine.lastActive()).toBe(0)
    mine.sayActive(1_525_741_200_000.4)
    expect(other.lastActive()).toBe(1_525_741_200_000)
    written.set('shifan:active', 'yesterday')
    expect(other.lastActive()).toBe(0)
  })
  it('knows that whoever was here went without logging out, and nothing of that where nobody was', () => {
    const { window } = browser()
    const [mine, next] = [window('甲'), window('乙')]
    expect(next.wasLeft(1_525_741_200_000, 60_000)).toBe(false)
    mine.sayActive(1_525_741_200_000)
    expect([59_999, 60_000].map((ms) => next.wasLeft(1_525_741_200_000 + ms, 60_000))).toEqual([false, true])
  })
  it('leaves a person’s own standard phrases where they are', () => {
    const { window } = browser()
    const kept = window('甲')
    kept.keepLasting('p-1', [{ title: '逐项符合' }])
    kept.leave()
    expect(window('乙').readLasting('p-2')).toBeUndefined()
    expect(window('甲').readLasting('p-1')).toEqual([{ title: '逐项符合' }])
  })
})

describe('what is personal', () => {
  it('is never written down: it stays as long as the page does', () => {
    const { window, all } = browser()
    const kept = window('甲')
    kept.keep(NAME, { summary: '名单有误', name: '戚佩兰', contact: '0557-0000119' }, ['name', 'contact'])
    expect(all()).not.toMatch(/戚佩兰|0000119/)
    expect(kept.read(NAME)).toEqual({ summary: '名单有误', name: '戚佩兰', contact: '0557-0000119' })
    expect(window('甲').read(NAME)).toEqual({ summary: '名单有误' })
  })
  it('is a mobile or an identity number in any text as well, which takes nothing beside it along', () => {
    const { window, all } = browser()
    const kept = window('甲')
    const summary = '来电人称可拨打１３９ ５５５５ ００００。'
    kept.keep(NAME, { summary, unsent: { value: '34132419800101001X', base: null }, channel: 'phone', empty: '' })
    expect(all()).not.toMatch(/来电人|34132419800101001X/)
    expect(kept.read(NAME)).toMatchObject({ summary, unsent: { value: '34132419800101001X' } })
    expect([kept.apart(NAME), kept.hasApart(), kept.lost(NAME)]).toEqual([['summary', 'unsent'], true, []])
    // When the page is gone, what stood beside it is there, and what is missed is known by its name.
    const next = window('甲')
    expect(next.read(NAME)).toEqual({ channel: 'phone', empty: '' })
    expect(next.written(NAME)).toEqual({ channel: 'phone', empty: '' })
    expect([next.apart(NAME), next.hasApart(), next.lost(NAME)]).toEqual([[], false, ['summary', 'unsent']])
    next.keep(NAME, { summary: '名单有误', channel: 'phone' })
    expect([next.lost(NAME), all()]).toEqual([[], '{"summary":"名单有误","channel":"phone"}'])
    next.forget(NAME)
    expect(next.lost(NAME)).toEqual([])
  })
  it('is nobody’s any more once its person has left', () => {
    const kept = browser().window('甲')
    kept.keep(NAME, { name: '戚佩兰', summary: '名单有误' }, ['name'])
    kept.forgetApart()
    expect([kept.hasApart(), kept.read(NAME), kept.lost(NAME)]).toEqual([false, { summary: '名单有误' }, ['name']])
  })
  it('is no draft by itself where its page is gone, and none that was emptied', () => {
    const { window } = browser()
    const kept = window('甲')
    kept.keep(NAME, { name: '戚佩兰' }, ['name'])
    expect([kept.count(), window('甲').count(), window('甲').read(NAME)]).toEqual([1, 0, undefined])
    kept.keep(NAME, { name: '', files: [] }, ['name', 'files'])
    expect([kept.apart(NAME), kept.hasApart(), kept.lost(NAME)]).toEqual([[], false, []])
  })
  it('is not an office’s landline or address of e-mail in a draft', () => {
    const { window } = browser()
    const kept = window('甲')
    const texts = [
      '监督电话：0557-7021234',
      '（0557）７０２１２３４',
      '请发sxfzb@example.cn',
      '2018-05-10',
      '泗政〔2018〕12号',
    ]
    for (const text of texts) kept.keep(text, { text })
    for (const text of texts) expect(window('甲').read(text)).toEqual({ text })
    kept.keep(NAME, { text: '请联系王芳 0557-7021234 13955571234' })
    expect(window('甲').read(NAME)).toBeUndefined()
  })
  it('is not kept in standard phrases either, which stay after logout', () => {
    const { window, all } = browser()
    const kept = window('甲')
    const [plain, naming] = [
      { title: '逐项符合', text: '同意通过。' },
      { title: '电话', text: '请联系王芳 0557-7021234 13955550000' },
    ]
    kept.keepLasting('p-1', [plain, naming])
    kept.leave()
    expect(all()).not.toContain('13955550000')
    expect(window('甲').readLasting('p-1')).toEqual([plain])
    // What an older version kept is taken away as soon as it is met.
    const before = browser()
    before.written.set('shifan:phrases:p-1', JSON.stringify([naming, plain]))
    expect(before.window('甲').readLasting('p-1')).toEqual([plain])
    expect(before.all()).not.toContain('13955550000')
  })
  it('is not the digest of a file, whose digits may look like a number', () => {
    const { window } = browser()
    const scan = `${'a'.repeat(10)}13955550000${'b'.repeat(43)}`
    window('甲').keep(NAME, { scan, scans: [scan] })
    expect(window('甲').read(NAME)).toEqual({ scan, scans: [scan] })
  })
})

it('stops nobody from typing where the browser keeps nothing', () => {
  const kept = new Kept(() => {
    throw new Error('SecurityError')
  })
  kept.belongTo('甲')
  kept.keep(NAME, { summary: '名单有误', name: '戚佩兰' }, ['name'])
  expect([kept.read(NAME), kept.count()]).toEqual([{ name: '戚佩兰' }, 1])
  kept.leave()
  expect(kept.read(NAME)).toBeUndefined()
})
