import { useEffect, useRef, useState } from 'react'
import { inRankOrder } from '#steps/resolution/ranks.ts'
import { isRankField } from './rank-field.tsx'

type Row = { readonly unit: string; readonly name: string }

/**
 * Rows by their rank, as it was when the ranks were last left: while somebody types them down the list no row moves.
 * `left`: a rank was left for `to`; `then` is done with it. Nothing moves under a button of the mouse that is held down,
 * or its click would reach another row.
 */
export function useRankOrder<R extends Row>(
  all: readonly R[],
  rankOf: (unit: string) => number | undefined,
): { readonly rows: readonly R[]; readonly left: (to: EventTarget | null, then: () => void) => void } {
  const sorted = () => inRankOrder(all.map((row) => ({ ...row, rank: rankOf(row.unit) }))).map(({ unit }) => unit)
  const [order, setOrder] = useState(sorted)
  const newest = useRef(sorted)
  newest.current = sorted
  const mouse = useRef<{ isDown: boolean; waiting: (() => void)[] }>({ isDown: false, waiting: [] })
  useEffect(() => {
    const down = () => {
      mouse.current.isDown = true
    }
    const up = () => {
      const { waiting } = mouse.current
      mouse.current = { isDown: false, waiting: [] }
      // The click comes behind this.
      setTimeout(() => {
        for (const act of waiting) act()
      })
    }
    window.addEventListener('pointerdown', down, true)
    window.addEventListener('pointerup', up, true)
    window.addEventListener('pointercancel', up, true)
    return () => {
      window.removeEventListener('pointerdown', down, true)
      window.removeEventListener('pointerup', up, true)
      window.removeEventListener('pointercancel', up, true)
    }
  }, [])
  const placeOf = ({ unit }: Row) => (order.includes(unit) ? order.indexOf(unit) : order.length)
  return {
    rows: inRankOrder(all.map((row) => ({ row, name: row.name, rank: placeOf(row) }))).map(({ row }) => row),
    left: (to, then) => {
      const act = () => {
        then()
        if (!isRankField(to)) setOrder(newest.current())
      }
      if (mouse.current.isDown) mouse.current.waiting.push(act)
      else act()
    },
  }
}
