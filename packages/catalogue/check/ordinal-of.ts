const DIGITS = '零一二三四五六七八九'

/** 一, （十二）, 29 as a number, from 1 to 99; undefined for anything else. */
export function ordinalOf(number: string): number | undefined {
  const bare = number.replace(/^[（(](.+)[）)]$/, '$1')
  if (/^[1-9]\d?$/.test(bare)) return Number(bare)
  if (/^[一二三四五六七八九]$/.test(bare)) return DIGITS.indexOf(bare)
  const [matched, tens, ones] = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(bare) ?? []
  if (matched === undefined) return undefined
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}
