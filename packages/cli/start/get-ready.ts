/**
 * A process of its own, run by `npm start`: bundles, synthesizes, and plays the demonstration up to its today. The
 * gigabyte that takes is given back when it ends.
 *   node get-ready.ts DATA PORT
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'
import { importDemonstrationRoster } from '../laptop/accounts.ts'
import { peopleOf } from '../laptop/people.ts'
import { prepare } from '../laptop/prepare.ts'
import { play } from '../rehearsal/play-year.ts'
import { BATCH } from '../rehearsal/second-batch.ts'
import { boot, county } from './boot.ts'
import { keepPort } from './its-port.ts'
import { TODAY } from './today.ts'
import { wholeDemonstration } from './whole-demonstration.ts'

const [data = '', port = ''] = process.argv.slice(2)
// Whoever ran it is gone: nobody wants it any more.
process.stdin.on('end', () => process.exit(1)).resume()
try {
  await prepare(county, (line) => console.error(line))
  if (!existsSync(join(data, 'instant'))) await demonstrate()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exit(1)
}

async function demonstrate() {
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new Sentence(`文件夹${data}中有其他内容，未作改动；请用--data指定一个空的或不存在的文件夹。`)
  console.error('正在办理演示批次到今天……')
  // Whole or not at all: a start that was broken off begins anew.
  const preparing = `${data}.preparing`
  rmSync(preparing, { recursive: true, force: true })
  const { addresses, advanceTo, settle, close } = await boot({ data: preparing, port: Number(port), flowing: false })
  const as = peopleOf(county, () => addresses.origin)
  await importDemonstrationRoster(county, as)
  const stage = { origin: addresses.origin, batch: BATCH, as, settle, sent: new Map() }
  let year = ''
  await play(wholeDemonstration, {
    stage,
    advanceTo: (instant) => advanceTo(Date.parse(instant)),
    told: ({ at }) => {
      if (year === at.slice(0, 4)) return
      year = at.slice(0, 4)
      console.error(`  ${year}年……`)
    },
  })
  await advanceTo(Date.parse(TODAY))
  await close()
  keepPort(preparing, Number(port))
  renameSync(preparing, data)
}
