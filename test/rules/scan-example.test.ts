import { expect, it } from 'vitest'
import { clamscan } from '../scan/clamscan.ts'

it('the example of a scanner says what it lacks, and what to do', () => {
  expect(() => clamscan('clamscan-that-is-not-there')).toThrow(
    /^没有找到clamscan，查毒示例不能运行。请先安装ClamAV（.+apt-get install clamav.+只需要程序，不需要下载病毒库/,
  )
})
