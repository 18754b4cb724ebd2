/**
 * Whether anybody is at this browser. Every window of it counts as one: what is done in one keeps all of them open, and
 * when nobody has done anything anywhere for the county's minutes, all of them log out.
 */
import { kept, nowMs } from '../kept/browser.ts'

/** Keys and pointers of any kind. A page scrolls by itself, too, when something comes. */
const DONE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const
const NOTED_EVERY_MS = 1000
const LOOKED_EVERY_MS = 1000
/** Before the end, or the last third where the whole is shorter. WCAG 2.2.1 asks for twenty seconds. */
const WARNED_MS = 60_000

export type Standing = 'in use' | 'about to end' | 'over'

/** @param idleMs since anybody did anything; less than nothing where a clock was set back: then somebody was there */
export function standingOf(idleMs: number, limitMs: number): { standing: Standing; leftMs: number } {
  const leftMs = limitMs - Math.max(0, idleMs)
  if (leftMs <= 0) return { standing: 'over', leftMs: 0 }
  return { standing: leftMs <= Math.min(WARNED_MS, limitMs / 3) ? 'about to end' : 'in use', leftMs }
}

export type Watching = {
  readonly limitMs: number
  /** Seconds that are left, while it is about to end; undefined when somebody is there again. */
  readonly warn: (seconds: number | undefined) => void
  readonly end: () => void
}

/** Watches until it is stopped, or the time is over. */
export function watchIdle({ limitMs, warn, end }: Watching): { stop: () => void; stay: () => void } {
  let own = nowMs()
  let isOver = false
  const looked = () => standingOf(nowMs() - Math.max(own, kept.lastActive()), limitMs)
  const note = (event?: Event) => {
    // Browsers say “moved” as well when the page moves under a pointer that nobody touches.
    if (event instanceof PointerEvent && event.type === 'pointermove' && !event.movementX && !event.movementY) return
    const now = nowMs()
    // Whoever wakes a PC that has slept for an hour must not find it open for having touched a key.
    if (isOver || looked().standing === 'over') return look()
    if (now - own < NOTED_EVERY_MS) return
    own = now
    kept.sayActive(now)
  }
  const look = () => {
    if (isOver) return
    const { standing, leftMs } = looked()
    if (standing === 'over') {
      isOver = true
      stop()
      end()
    } else warn(standing === 'about to end' ? Math.ceil(leftMs / 1000) : undefined)
  }
  const timer = setInterval(look, LOOKED_EVERY_MS)
  for (const what of DONE) window.addEventListener(what, note, { capture: true, passive: true })
  const stop = () => {
    clearInterval(timer)
    for (const what of DONE) window.removeEventListener(what, note, { capture: true })
  }
  kept.sayActive(own)
  return {
    stop,
    stay: () => {
      note()
      look()
    },
  }
}
