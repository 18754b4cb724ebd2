/**
 * How much of one upload is unpacked while it is looked into, over all depths: a few KB that unpack to gigabytes would
 * otherwise take longer than the function may run, and what came with them would be lost.
 */
import type { Fault } from './fault.ts'

export type Budget = {
  /** Before that many bytes are unpacked or looked through. @throws TooMuch */
  readonly unpack: (bytes: number) => void
  /** Before that many entries of an archive or a document are looked at. @throws TooMuch */
  readonly enter: (entries: number) => void
}

/** Stops the look into an upload; caught by whoever began it. */
export class TooMuch extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super('an upload holds more than is looked into')
    this.fault = fault
  }
}

const MB = 1024 * 1024
type Most = { readonly bytes: number; readonly entries: number; readonly of: string; readonly remedy: string }

function budgetOf(most: Most): Budget {
  let { bytes, entries } = most
  const stop = (found: string): never => {
    throw new TooMuch({ wrong: `里面的内容太多：${most.of}${found}，不能逐一核验`, remedy: most.remedy })
  }
  return {
    unpack(more) {
      if (more > bytes) stop(`展开后超过${most.bytes / MB}MB`)
      bytes -= more
    },
    enter(more) {
      if (more > entries) stop(`超过${most.entries}个文件`)
      entries -= more
    },
  }
}

/** Of a file of a unit or the office, up to 200 MB: three times what documents that hardly get smaller need. */
export const forUpload = (): Budget =>
  budgetOf({
    bytes: 600 * MB,
    entries: 20_000,
    of: '连同文档中嵌入的文件，',
    remedy: '请去掉不需要的内容，或分成几个文件后上传',
  })

/** Of all files of one form together, 4 MB at most, which anybody may send: looked into while its sender waits. */
export const forPublicForm = (): Budget =>
  budgetOf({
    bytes: 64 * MB,
    entries: 6000,
    of: '连同文档中嵌入的、同时选择的文件，',
    remedy: '请去掉不需要的内容，或减少附件后重新选择；不附这个文件的，现在就可以提交，材料可以另行送来',
  })
