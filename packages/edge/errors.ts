import { Altered } from '#ledger/altered.ts'
import { MovedOn } from '#ledger/ledger.ts'
import { type RefusalCode, Refused } from '#ledger/refused.ts'
import { CommitTooLarge } from '#ledger/sizes.ts'

/** The request cannot be read at all. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}
export class NotSignedIn extends Error {
  override name = 'NotSignedIn'
  constructor(sentence = '请先登录。') {
    super(sentence)
  }
}

const STATUS: Readonly<Record<RefusalCode, number>> = {
  forbidden: 403,
  unknown: 404,
  late: 409,
  early: 409,
  elsewhere: 409,
  conflict: 409,
  incomplete: 422,
}

export type Told = {
  readonly status: number
  readonly code: string
  /** A sentence for whoever asked. */
  readonly error: string
  readonly fields?: Readonly<Record<string, string>>
}

/**
 * The one table from errors to what is told about them. Undefined: a fault of ours, of which strangers learn only
 * the number it is logged by.
 */
export function told(error: unknown): Told | undefined {
  if (error instanceof CommitTooLarge) return { status: 413, code: 'tooLarge', error: error.message }
  if (error instanceof Refused) {
    const { code, message, fields } = error
    return { status: STATUS[code], code, error: message, ...(Object.keys(fields).length > 0 && { fields }) }
  }
  if (error instanceof MovedOn)
    return { status: 409, code: 'conflict', error: '同时有多人在办理同一件，本次办理未成功；请刷新后再办。' }
  // Neither 5xx, which screens take for a line that is cut and ask again and again, nor anything that a click could mend.
  if (error instanceof Altered)
    return {
      status: 409,
      code: 'altered',
      error: `这里的记录可能被改动过或已损坏，暂停查看和办理；请把这句话告知系统管理员：${error.message}`,
    }
  if (error instanceof Unreadable) return { status: 400, code: 'unreadable', error: error.message }
  if (error instanceof NotSignedIn) return { status: 401, code: 'signIn', error: error.message }
  return undefined
}
