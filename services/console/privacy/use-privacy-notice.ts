import { useEffect, useState } from 'react'
import { kept } from '../kept/browser.ts'

/** Who handles the data of whoever logs in, and how many years names and logins are kept. */
export type Handled = {
  readonly office: string
  readonly officePhone?: string | undefined
  readonly keepsStaff: number
  readonly keepsLogins: number
}
/** Nobody waits for it: the page comes first. */
const LATER_MS = 1500
/** Under this name the browser keeps who has read it. */
const READ = 'privacy'
/** As many as share one office PC. */
const MOST_PEOPLE = 50

/** Opens at somebody's first login in this browser, and whenever they ask for it. */
export function usePrivacyNotice(person: string | undefined) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (person === undefined || kept.readLasting(READ)?.includes(person)) return
    const timer = setTimeout(() => setOpen(true), LATER_MS)
    return () => clearTimeout(timer)
  }, [person])
  const close = () => {
    setOpen(false)
    const others = kept.readLasting(READ)?.filter((one) => one !== person) ?? []
    kept.keepLasting(READ, [...others, person].slice(-MOST_PEOPLE))
  }
  return { isOpen, open: () => setOpen(true), close }
}
