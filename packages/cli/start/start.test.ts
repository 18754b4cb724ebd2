import { expect, it } from 'vitest'
import { Sentence } from '../sentence.ts'
import { start } from './start.ts'

it.each([
  [['--help'], '--port 端口'],
  [['--prot', '4511'], '无法识别“--prot 4511”'],
  [['--data'], '--data 数据文件夹'],
  [['4511'], '无法识别“4511”'],
  [['--port', '0'], '端口应为1到65534之间的整数'],
])('says in a sentence what it takes: %j', async (args, sentence) => {
  const refused = start(args)
  await expect(refused).rejects.toThrow(Sentence)
  await expect(refused).rejects.toThrow(sentence)
})
