/** Which papers a county has a form of its own for, and where it lies. */
import { createContext, useContext } from 'react'

/** By the paper's name: the address of the Word file. */
export type OwnPapers = ReadonlyMap<string, string>

/** @param listed as the site lists them: `notice-0123456789abcdef`, parted by blanks */
export const ownPapersOf = (listed: string | undefined): OwnPapers =>
  new Map(
    (listed ?? '').split(' ').flatMap((name) => {
      const paper = /^(.+)-[0-9a-f]{16}$/.exec(name)?.[1]
      return paper ? [[paper, `/console/assets/papers/${name}.docx`] as const] : []
    }),
  )

export const OwnPapersContext = createContext<OwnPapers>(new Map())
export const useOwnPapers = (): OwnPapers => useContext(OwnPapersContext)
