import type { Locator, Page } from 'playwright-core'

/** Counts what a person does with hands: each click, each key, each text typed is one. */
export function counted(page: Page) {
  let count = 0
  const once = async <T>(doing: Promise<T>): Promise<T> => {
    count += 1
    return doing
  }
  return {
    click: (what: Locator) => once(what.click()),
    press: (key: string) => once(page.keyboard.press(key)),
    type: (where: Locator, text: string) => once(where.fill(text)),
    get count() {
      return count
    },
    /** What was counted since this was asked last. */
    take() {
      const taken = count
      count = 0
      return taken
    },
  }
}
