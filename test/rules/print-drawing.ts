/** Prints the house as it is drawn: each room with its files and lines, and the rooms that it imports from, by how many imports. */
import { isTest, sources } from './source.ts'

const room = (path: string): string => path.split('/').slice(0, 2).join('/')
const own = sources.filter(({ path }) => !isTest(path) && path.split('/').length > 2)
const rooms = Map.groupBy(own, ({ path }) => room(path))

for (const [name, files] of [...rooms].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
  const imported = files.flatMap(({ imports }) => imports.map(room).filter((to) => to !== name && rooms.has(to)))
  const counts = [...Map.groupBy(imported, (to) => to)].map(([to, all]) => `${to} ${all.length}`).sort()
  console.log(`${name}：${files.length}个文件，${lines}行`)
  for (const line of counts) console.log(`  → ${line}`)
}
