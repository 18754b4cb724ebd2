/** Parts of the console that come when they are needed: one that a cut kept away comes by itself once the line is back. */
import { lazy, type ReactNode } from 'react'
import { onBack } from './session-ends.ts'

/** The line was cut: nothing is wrong with what was asked for. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}
/** A script that did not come; browsers do not say whether for a cut or because there is none of its name any more. */
export class NotArrived extends Error {
  override name = 'NotArrived'
}
/** The county's site answers and the part is not there: the console has been replaced since it was opened. */
export class PartMissing extends Error {
  override name = 'PartMissing'
  constructor() {
    super('页面没有读全：系统刚刚更新，或者网络不通；请刷新页面后再试。')
  }
}

/** After a cut: at once when the browser says the network is back, and else every few seconds. */
const AGAIN_MS = 4000

export async function comeBack(given?: AbortSignal): Promise<void> {
  let stop = () => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((resolve) => {
    stop = onBack(resolve)
    timer = setTimeout(resolve, AGAIN_MS)
    given?.addEventListener('abort', () => resolve(), { once: true })
  })
  stop()
  clearTimeout(timer)
}

/** As Chromium, Firefox and Safari say it, and Vite of a style sheet. */
const didNotArrive = (error: unknown): boolean =>
  error instanceof NotArrived ||
  (error instanceof Error && /imported module|module script|preload CSS/i.test(error.message))

const siteAnswers = async (): Promise<boolean> => {
  try {
    await fetch('/config.json', { cache: 'no-store' })
    return true
  } catch {
    return false
  }
}

/** @throws Interrupted when the line is cut; PartMissing when the site answers and the part is not there */
export async function arrived<T>(load: () => Promise<T>, answers = siteAnswers): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!didNotArrive(error)) throw error
    if (!(await answers())) throw new Interrupted('网络中断。')
  }
  // The cut may have been one of a moment.
  try {
    return await load()
  } catch (error) {
    throw didNotArrive(error) ? new PartMissing() : error
  }
}

let waiting = 0
const listeners = new Set<() => void>()
const wait = (more: 1 | -1) => {
  waiting += more
  for (const listener of listeners) listener()
}
export const partsWait = (): boolean => waiting > 0
export const onPartsWait = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Waits out a cut. @throws PartMissing */
export async function partOf<T>(load: () => Promise<T>, answers = siteAnswers, back = comeBack): Promise<T> {
  for (;;)
    try {
      return await arrived(load, answers)
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      wait(1)
      try {
        await back()
      } finally {
        wait(-1)
      }
    }
}

/** A part of a page that is loaded when it is first shown. */
export const partOfPage = <P extends object>(load: () => Promise<{ default: (props: P) => ReactNode }>) =>
  lazy<(props: P) => ReactNode>(() => partOf(load))
