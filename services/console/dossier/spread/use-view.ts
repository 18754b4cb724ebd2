/** What of a self-assessment is shown, as the address says: all of it, what was given to whoever looks, or who writes what. */
import { useLocation, useSearch } from 'wouter'

type View = 'mine' | 'left' | 'spread'

export function useView(of: string) {
  const [, goTo] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('show')
  const is: View | undefined = asked === 'mine' || asked === 'left' || asked === 'spread' ? asked : undefined
  const isOwn = is === 'mine' || is === 'left'
  const addressOf = (item: string | undefined, view: View | undefined) =>
    `/console/cases/${of}/dossier${item ? `/${item}` : ''}${view ? `?show=${view}` : ''}`
  return {
    is,
    /** What was given to whoever looks, or of it what they have not finished. */
    isOwn,
    /** The address of an indicator: whoever looks at their own goes on among them. */
    at: (item: string) => addressOf(item, isOwn ? is : undefined),
    show: (view: View | undefined, item?: string) => goTo(addressOf(item, view)),
  }
}
