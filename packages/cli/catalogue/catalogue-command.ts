import { Sentence } from '../sentence.ts'

const USAGE = `用法：npm run shifan -- catalogue 子命令
  list                       列出随产品提供的标准和方案
  show 标识                  逐条显示一份
  diff 旧 新                 对照两版，旧、新为标识或YAML文件
  export 标识 --xlsx 文件    写成电子表格`

/** `shifan catalogue …`: answers the exit code. */
export async function catalogueCommand(args: string[]): Promise<number> {
  console.log(await answer(args))
  return 0
}

async function answer([name, ...args]: string[]): Promise<string> {
  const [first, second, third] = args
  const asked = `${name} ${args.length}`
  if (asked === 'list 0') return (await import('./list.ts')).listCatalogues()
  if (asked === 'show 1' && first) return (await import('./show.ts')).showCatalogue(first)
  if (asked === 'diff 2' && first && second) return (await import('./diff.ts')).diffCatalogues(first, second)
  if (asked === 'export 3' && first && second === '--xlsx' && third)
    return (await import('./export.ts')).exportCatalogue(first, third)
  throw new Sentence(USAGE)
}
