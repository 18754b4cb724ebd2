import { type Paper, pdf } from '../../packages/cli/rehearsal/paper.ts'

export const plainPaper: Paper = pdf('普法责任清单.pdf', '查毒示例')
/** A PDF that a scanner finds something in. */
export const markedPaper = (mark: string): Paper => {
  const { name, bytes } = pdf('检查记录.pdf', '查毒示例')
  return { name, bytes: Buffer.concat([bytes, Buffer.from(`%${mark}\n`)]) }
}
