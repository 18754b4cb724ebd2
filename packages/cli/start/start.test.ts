import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Sentence } from '#typed/sentence.ts'
import { keepPort, mustBeItsPort } from './its-port.ts'
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

it('says the port of a folder that was made with another one, before anything is started', async () => {
  const data = mkdtempSync(join(tmpdir(), 'shifan-port-'))
  expect(() => mustBeItsPort(data, 23120)).not.toThrow()
  keepPort(data, 23110)
  expect(() => mustBeItsPort(data, 23110)).not.toThrow()
  await expect(start(['--data', data, '--port', '23120'])).rejects.toThrow(
    new Sentence(
      `数据文件夹${data}是用端口23110建立的，其中的账号只认这个端口，收到的是23120；请运行npm start -- --port 23110，或者用--data指定另一个文件夹。`,
    ),
  )
  rmSync(data, { recursive: true })
})
