/** Files that were on their way when the page went: the form is saved without them, and nothing else would name them. */
import { useEffect, useState } from 'react'
import { z } from 'zod/mini'
import { forgetValues, keepValues, keptValues } from '../forms/kept-values.ts'

const fileNames = z.catch(z.array(z.string()), [])
const nameOf = (field: string): string => `uploading${location.pathname}/${field}`

export const saidLost = (names: readonly string[]): string =>
  `${names.map((name) => `“${name}”`).join('、')}离开页面时还没有传完，没有收到；仍要的，请重新选择。`

/** @param going names of what is on its way now */
export function useLostUploads(field: string, going: readonly string[]) {
  const name = nameOf(field)
  const [lost, setLost] = useState<readonly string[]>(() => fileNames.parse(keptValues(name)?.names))
  const all = [...new Set([...lost, ...going])]
  const written = JSON.stringify(all)
  useEffect(() => {
    const names = fileNames.parse(JSON.parse(written))
    if (names.length > 0) keepValues(name, { names })
    else forgetValues(name)
  }, [name, written])
  return {
    lost,
    chosen: (names: readonly string[]) => setLost((before) => before.filter((one) => !names.includes(one))),
    seen: () => setLost([]),
  }
}
