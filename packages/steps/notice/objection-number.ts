/** Nothing that is read as something else: no I, L, O, U, 0, 1. */
export const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const LENGTH = 8

const END = new RegExp(`^[${LETTERS}]{${LENGTH}}$`)
/** Whether an objection to the notice `notice/<batch>/<n>` may have this number. */
export function isNumberFor(notice: string, objection: string): boolean {
  const [, batch, n] = notice.split('/')
  const start = `${batch}-${n}-`
  return objection.startsWith(start) && END.test(objection.slice(start.length))
}
