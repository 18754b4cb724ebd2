import type { TitlePage } from '#contracts/title/title.ts'

/** Whether a meeting has decided on the proposal that stands. */
export function hasMet({ history }: Pick<TitlePage, 'history'>): boolean {
  const last = history.filter((one) => one.present !== undefined || one.measure?.kind === 'propose').at(-1)
  return last?.present !== undefined
}
