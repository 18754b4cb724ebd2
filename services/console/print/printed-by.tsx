import { useQueryClient } from '@tanstack/react-query'
import { instantOf } from '#calendar/instant.ts'
import { saidMinute } from '#calendar/said.ts'
import { serverNowIn } from '../shell/server-now.ts'
import { usePrinting } from './use-printing.ts'

/** Below what is printed: who printed it, and when by the county's clock. Only while it is printed: a clock that stands says nothing. */
export function PrintedBy({ name }: { name: string }) {
  const queries = useQueryClient()
  const printing = usePrinting()
  return (
    printing && (
      <p className="printed-by">
        {name}打印于{saidMinute(instantOf(serverNowIn(queries)))}（北京时间）
      </p>
    )
  )
}
