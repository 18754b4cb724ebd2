/**
 * `npm run scan-example`: a county on this machine whose file asks for a malware scanner, and ClamAV as that scanner. Two
 * files are sent, one with the mark of the example's only signature in it.
 */

import { Sentence } from '#typed/sentence.ts'
import { sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { clamscan, MARK } from './clamscan.ts'
import { markedPaper, plainPaper } from './papers.ts'
import { scanWaiting } from './scanner.ts'
import { bring, CLERK, SCANNER, scanningCounty, seen } from './scanning-county.ts'

const SAID = { waiting: '等待查毒', kept: '已登记', infected: '查出病毒' } as const
const said = (status: string): string => Object.entries(SAID).find(([one]) => one === status)?.[1] ?? status

try {
  const scanner = clamscan()
  console.log(`查毒程序：${scanner.version}；病毒库只有一条示例特征。`)
  const laptop = await scanningCounty()
  try {
    const papers = [plainPaper, markedPaper(MARK)]
    for (const paper of papers) console.log(`上传“${paper.name}”：${said(await bring(laptop, paper))}`)
    const told = await scanWaiting(laptop.as(SCANNER), scanner.scan)
    console.log(`查毒程序领取并检查了${told.length}个文件。`)
    let right = told.length === papers.length
    for (const [i, paper] of papers.entries()) {
      const { status, reason } = await seen(laptop.as(CLERK), sha256Of(paper))
      console.log(`“${paper.name}”：${said(status)}${reason ? `。告知上传人：${reason}` : '，可以打开和引用。'}`)
      right &&= status === (i === 0 ? 'kept' : 'infected')
    }
    if (!right) throw new Sentence('结果与预期不同：应有一个文件登记，一个文件查出病毒。')
  } finally {
    await laptop.close()
    scanner.close()
  }
} catch (error) {
  if (!(error instanceof Sentence)) throw error
  console.error(error.message)
  process.exitCode = 1
}
