import { Sentence } from '#typed/sentence.ts'

const USAGE = `用法：npm run shifan -- catalogue 子命令
  list                       列出随产品提供的标准和方案
  show 标识                  逐条显示一份
  diff 旧 新 [--map 文件]    对照两版，旧、新为标识或YAML文件；--map把对照表写成JSON，核对后随新版发布
  export 标识 --xlsx 文件    写成电子表格
  publish 标识 --api 地址 --token-file 文件
                             发布到一个县；下一版另加 --version 版次 --map 对照表`

/** `shifan catalogue …`: answers the exit code. */
export async function catalogueCommand(args: string[]): Promise<number> {
  console.log(await answer(args))
  return 0
}

async function answer([name, ...args]: string[]): Promise<string> {
  const [first, second, third, fourth] = args
  if (name === 'publish') return (await import('./publish.ts')).publishCommand(args)
  const asked = `${name} ${args.length}`
  if (asked === 'list 0') return (await import('./list.ts')).listCatalogues()
  if (asked === 'show 1' && first) return (await import('./show.ts')).showCatalogue(first)
  if (asked === 'diff 2' && first && second) return (await import('./diff.ts')).diffCatalogues(first, second)
  if (asked === 'diff 4' && first && second && third === '--map' && fourth)
    return (await import('./diff.ts')).writeMap(first, second, fourth)
  if (asked === 'export 3' && first && second === '--xlsx' && third)
    return (await import('./export.ts')).exportCatalogue(first, third)
  throw new Sentence(USAGE)
}
