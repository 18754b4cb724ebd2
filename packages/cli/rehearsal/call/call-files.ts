/** A call comes with a file, which anybody gets once it is open, by an address that stays. */
import { callFilePath, OF_CALLS } from '#batch/files-of-call.ts'
import type { CallBody } from '#contracts/call.ts'
import { cite } from '#evidence/cited-file.ts'
import { type Do, OFFICE, openCall } from '../acts.ts'
import { pdf, sha256Of } from '../paper.ts'
import { type Stage, upload } from '../stage.ts'

const paperOf = ({ batch }: Pick<Stage, 'batch'>) => pdf('附件1 示范单位标准.pdf', batch)

/** @param time tells apart preparations of one batch */
export const openCallWithFile =
  (terms: CallBody, time = 1): Do =>
  async (stage) => {
    const paper = paperOf(stage)
    const files = [cite(await upload(stage, OFFICE.officer, OF_CALLS, paper), paper.name)]
    await openCall({ ...terms, files }, time)(stage)
  }

/** As a citizen would, without a login. @throws Error where the bytes are others */
export const fetchCallFile: Do = async (stage) => {
  const paper = paperOf(stage)
  const answer = await fetch(stage.origin + callFilePath(stage.batch, 1))
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (!answer.ok || sha256Of({ name: paper.name, bytes }) !== sha256Of(paper))
    throw new Error(`通知附件没有按原样送出：${answer.status}`)
}
