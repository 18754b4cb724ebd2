/** What stands in a unit's place, or in that of whoever objects, and is more than a name. */
import { isRun } from './runs.ts'
import { OFTEN } from './surnames.ts'

const WITH_NUMBER = new RegExp(`^[${OFTEN}]\\p{L}{1,3}[\\d\\s-]{7,}$`, 'u')

/** Whoever it may be, as somebody calls themselves who gives no name. */
const ANYBODY =
  /^(?:[一某该本]个?名?|人民|广大|热心|普通|匿名|知情|部分|全体|当地)*(?:群众|市民|村民|居民|网友|公民|老?百姓|知情(?:人士?|者)|(?:举报|反映|投诉|异议|热心|好心)(?:人|者)|匿名(?:人|者)|无名氏?)$/u
/** What a form prints beside the blank. */
const PRINTED = /（(?:加?盖|公|签|印)?(?:公?章|字|名)处?）/u

/** @param name as it is kept */
export function whyNoUnit(name: string): string | undefined {
  if (ANYBODY.test(name)) return `“${name}”不是真实的姓名或名称；请填写真实姓名，不愿署名的改选匿名`
  const [printed] = PRINTED.exec(name) ?? []
  if (printed) return `“${name}”中的“${printed}”是表格上印的字，不是名称；请去掉`
  return moreThanOne(name)
}
const moreThanOne = (name: string): string | undefined =>
  // 合计：3家; 王伟13955571234; 张三、李四 or 王伟 李四.
  /[:：]/.test(name) || WITH_NUMBER.test(name) || isRun(name.split(/[、，,;；/／\s和与及]+/).join('·'))
    ? `“${name}”不只是一个名称；请去掉冒号、号码和其他人的姓名`
    : undefined
