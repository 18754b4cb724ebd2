/** Units as a request names them: by the ids of the roster, and no more of them than a county has. */
import { z } from 'zod/mini'
import { listOf, word } from './rules.ts'

/** A county has at most some six hundred units. */
export const MOST_UNITS = 600

/** As the roster gives it. */
export const UNIT_ID = /^[a-z][a-z0-9-]{1,39}$/
/** @param error said when it is missing */
export const namedUnit = (error = '请选择单位') => word(error, UNIT_ID, '没有这个单位，请从列表中选择')
/** @param most what is said of too many, before their number */
export const namedUnits = (error = '请选择单位', most = '一次最多列入') =>
  listOf(namedUnit(error), error, MOST_UNITS, `${most}${MOST_UNITS}个单位`)
/** At least one. */
export const someUnits = (error?: string, most?: string) =>
  namedUnits(error, most).check(z.minLength(1, '请至少选择一个单位'))
