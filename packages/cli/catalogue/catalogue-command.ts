import { Sentence } from '../sentence.ts'

const USAGE = `用法：npm run shifan -- catalogue 子命令
  list                       列出随产品提供的标准和方案
  show 标识                  逐条显示一份
  diff 旧 新                 对照两版，旧、新为标识或YAML文件
  export 标识 --xlsx 文件    写成电子表格`

/** `shifan catalogue …`: answers the exit code. */
export async function catalogueCommand([name = '', ...args]: string[]): Promise<number> {
  const { say, usage } = { say: (text: string) => console.log(text), usage: new Sentence(USAGE) }
  const [first, second, third, ...more] = args
  if (name === 'list' && !first) say((await import('./list.ts')).listCatalogues())
  else if (name === 'show' && first && !second) say((await import('./show.ts')).showCatalogue(first))
  else if (name === 'diff' && first && second && !third) say((await import('./diff.ts')).diffCatalogues(first, second))
  else if (name === 'export' && first && second === '--xlsx' && third && more.length === 0)
    say(await (await import('./export.ts')).exportCatalogue(first, third))
  else throw usage
  return 0
}
