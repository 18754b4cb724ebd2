/** What the library that fills in templates refuses, in sentences. */
import { z } from 'zod/mini'

const properties = z.object({
  id: z.string(),
  xtag: z._default(z.string(), ''),
  openingtag: z._default(z.string(), ''),
  closingtag: z._default(z.string(), ''),
  context: z._default(z.string(), ''),
  file: z._default(z.string(), ''),
})
const fault = z.object({ properties })
const faults = z.object({ properties: z.object({ errors: z.array(fault) }) })
type Fault = z.output<typeof properties>

export const DAMAGED = '已经损坏，无法读取；请在Word或WPS中打开后重新保存。'

/** @param error what was thrown when a template was opened; anything else is thrown on */
export function saidFaults(error: unknown): readonly string[] {
  const many = faults.safeParse(error)
  const one = fault.safeParse(error)
  const found = many.success ? many.data.properties.errors : one.success ? [one.data] : []
  if (found.length === 0) return [DAMAGED]
  return [...new Set(found.map(({ properties: each }) => said(each)))]
}

/** Where in the file something stands. */
export function placeOf(part: string): string {
  const name = /^word\/([a-z]+?)\d*\.xml$/.exec(part)?.[1] ?? ''
  return PLACES[name] ?? '文件属性'
}
const PLACES: Readonly<Record<string, string>> = {
  document: '正文',
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
}

function said({ id, xtag, openingtag, closingtag, context, file }: Fault): string {
  const at = `${placeOf(file)}中`
  switch (id) {
    case 'unclosed_tag':
    case 'duplicate_open_tag':
      return `${at}“${context}”的左花括号没有配对；请写成{{名称}}，左右各两个。`
    case 'unopened_tag':
    case 'duplicate_close_tag':
      return `${at}“${context.replace(/^[{}]+/, '')}”的右花括号没有配对；请写成{{名称}}，左右各两个。`
    case 'unclosed_loop':
      return `${at}{{#${xtag}}}没有结束；请在同一行的最后写{{/${xtag}}}。`
    case 'unopened_loop':
      return `${at}{{/${xtag}}}没有开始；请在同一行的开头写{{#${xtag}}}。`
    case 'closing_tag_does_not_match_opening_tag':
      return `${at}{{#${openingtag}}}以{{/${closingtag}}}结束；两处应为同一个名单。`
    case 'filetype_not_identified':
    case 'malformed_xml':
      return DAMAGED
    default:
      return `${at}“${xtag || context}”的写法不能识别；填写项写成{{名称}}，名单写成{{#名单}}……{{/名单}}。`
  }
}
