import { useContext, useEffect, useRef, useState } from 'react'
import { useAskToLeave } from '../forms/ask-to-leave.ts'
import { useApi } from '../session/api.ts'
import { type Kept, type Progress, uploadFile } from './upload-file.ts'
import { TakesLateFile } from './use-waiting.ts'

export type Going = {
  readonly key: number
  readonly file: File
  readonly progress?: Progress
  readonly error?: string
  readonly given: AbortController
}
let last = 0
/** Choices are numbered as they are made: an upload has the number of its choice. */
export const nextChoice = (): number => ++last

/** Uploads of one question: each goes on by itself; `kept` is told of each as it ends well. */
export function useUploads(owner: string, kept: (key: number, file: Kept) => void) {
  const api = useApi()
  const takesLate = useContext(TakesLateFile)
  const [going, setGoing] = useState<readonly Going[]>([])
  // What runs for minutes must tell the form of now, not of when it began.
  const tell = useRef(kept)
  useEffect(() => {
    tell.current = kept
  })
  const isUnderWay = going.some(({ error }) => error === undefined)
  useAskToLeave(isUnderWay)
  const leave = (key: number) => setGoing((all) => all.filter((one) => one.key !== key))
  const run = async (file: File, key: number) => {
    const given = new AbortController()
    const isTaken = takesLate()
    const put = (change: Partial<Going>) =>
      setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    setGoing((all) =>
      all.some((one) => one.key === key)
        ? all.map((one) => (one.key === key ? { key, file, given } : one))
        : [...all, { key, file, given }],
    )
    try {
      const done = await uploadFile(api, owner, file, (progress) => put({ progress }), given.signal)
      const takes = await isTaken(done.name)
      if (given.signal.aborted) return
      leave(key)
      if (takes) tell.current(key, done)
    } catch (error) {
      if (!given.signal.aborted) put({ error: error instanceof Error ? error.message : '上传未成功，请重试。' })
    }
  }
  return {
    going,
    /** Answers the upload's number. */
    begin: (file: File): number => {
      const key = nextChoice()
      void run(file, key)
      return key
    },
    again: ({ key, file }: Going) => void run(file, key),
    giveUp: ({ key, given }: Going) => {
      given.abort()
      leave(key)
    },
  }
}
