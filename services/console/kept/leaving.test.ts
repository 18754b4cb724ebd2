import { expect, it } from 'vitest'
import { askBeforeLeaving, askNoMore, askWhile } from './leaving.ts'

function page() {
  const listeners: ((event: BeforeUnloadEvent) => void)[] = []
  askBeforeLeaving({
    addEventListener: (_type: string, listener: (event: BeforeUnloadEvent) => void) => void listeners.push(listener),
  })
  /** Whether the browser asks whoever leaves now. */
  return () => {
    const event = new Event('beforeunload', { cancelable: true })
    for (const listener of listeners) listener(event as BeforeUnloadEvent)
    return event.defaultPrevented
  }
}

it('asks before a page is left as long as something of it would be lost', () => {
  const asks = page()
  expect(asks()).toBe(false)
  let isLost = true
  const stop = askWhile(() => isLost)
  expect(asks()).toBe(true)
  isLost = false
  expect(asks()).toBe(false)
  isLost = true
  stop()
  expect(asks()).toBe(false)
})
it('lets each of them save what it can, also when another one asks', () => {
  const asks = page()
  let saves = 0
  const stops = [askWhile(() => true), askWhile(() => ++saves < 0)]
  expect([asks(), saves]).toEqual([true, 1])
  for (const stop of stops) stop()
})
it('asks nobody once its person has left', () => {
  const asks = page()
  askWhile(() => true)
  askNoMore()
  expect(asks()).toBe(false)
})
