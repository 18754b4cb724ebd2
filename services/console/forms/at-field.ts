import { useEffect } from 'react'

/** A form that opens below a table is brought into sight, and its first field takes the typing. */
export function useAtField(form: string, field: string): void {
  const id = `${form}-${field}`.replaceAll('/', '-')
  useEffect(() => {
    const at = document.getElementById(id)
    at?.scrollIntoView({ block: 'center' })
    at?.focus({ preventScroll: true })
  }, [id])
}
