import { type Asked, type Deciding, decide, mustBeOpen } from './standing.ts'

/** The unit leaves the procedure, at any step. */
export const withdraw =
  (reason: string, asked: Asked): Deciding =>
  (state) => {
    if (state.step === 'withdrawn') return []
    mustBeOpen(state, '不能退出')
    return decide(state, 'withdrawn', asked, { reason })
  }
