/** What an opinion itself concludes, as far as its clauses end in the words that offices end them in. */

type Effect = 'on' | 'back' | 'end'
const ACTS = '(?:通过|推荐|上报|受理|列入\\S{0,8}|认定\\S{0,8}|命名\\S{0,8})'
/** What was done before, or is asked, is no conclusion. */
const TOLD = /已|曾|原|上次|此前|是否|能否|可否|未发现|不存在/
/** In the order in which they are asked: 不同意通过 ends in 通过, too. */
const CONCLUSIONS: readonly (readonly [Effect, RegExp])[] = [
  ['end', new RegExp(`(?:不同意|不予|不宜|不应|不能|不得|不建议|不)(?:其|审核|初审|验收|考核|予以)?${ACTS}$|不同意$`)],
  ['back', /退回(?:补正|修改|完善|重报)?$|重新(?:提交|报送|上报|申报|送审)$|(?:请|予以|需|须|应)\S{0,8}(?:补正|补齐)$/],
  ['on', new RegExp(`(?:同意|予以|准予|建议)(?:其|审核|初审|验收|考核)?${ACTS}$|同意$|^(?:审核|初审|验收|考核)?通过$`)],
]

/** Each clause that concludes, with what it does. */
const concluded = (text: string): readonly { readonly effect: Effect; readonly clause: string }[] =>
  text
    .split(/[，,。.；;：:！!？?、\s]+/u)
    .filter((clause) => !TOLD.test(clause))
    .flatMap((clause) => {
      const found = CONCLUSIONS.find(([, ends]) => ends.test(clause))
      return found ? [{ effect: found[0], clause }] : []
    })

/** The last conclusion in a text that nowhere concludes what its outcome does. */
export function saysOtherwise(effect: Effect, text: string): string | undefined {
  const all = concluded(text)
  return all.some((one) => one.effect === effect) ? undefined : all.at(-1)?.clause
}
