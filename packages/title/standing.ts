/** How a title stands, and what may be done about it, as both are called. */

/** `warned` 受到警示, `suspended` 暂停: it is held still. */
export const STANDINGS = ['held', 'warned', 'suspended', 'revoked', 'expired'] as const
export type Standing = (typeof STANDINGS)[number]
export const STANDING_TITLES: Readonly<Record<Standing, string>> = {
  held: '有效',
  warned: '受到警示',
  suspended: '暂停',
  revoked: '已取消',
  expired: '已失效',
}
export const isOver = (standing: Standing): boolean => standing === 'revoked' || standing === 'expired'

export const MEASURE_KINDS = ['enter', 'warn', 'suspend', 'lift', 'expire', 'propose', 'revoke'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]
export const MEASURES: Readonly<Record<MeasureKind, string>> = {
  enter: '补录称号',
  warn: '警示',
  suspend: '暂停称号',
  lift: '解除警示或者暂停',
  expire: '称号失效',
  propose: '提请取消示范单位资格',
  revoke: '取消示范单位资格的决定',
}
