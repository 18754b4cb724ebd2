import type { NoticePage } from '#contracts/notice.ts'

/** Cases of a closed notice that still wait for their line, each with the reason. */
export const waitingOf = ({
  lines,
}: Pick<NoticePage, 'lines'>): readonly { readonly unit: string; readonly name: string; readonly why: string }[] =>
  lines.flatMap(({ unit, name, waits }) => (waits ? [{ unit, name, why: waits }] : []))
