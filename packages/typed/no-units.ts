/** What stands in a unit's place, or in that of whoever objects, and is more than a name. */
import { isRun } from './runs.ts'
import { OFTEN } from './surnames.ts'

const WITH_NUMBER = new RegExp(`^[${OFTEN}]\\p{L}{1,3}[\\d\\s-]{7,}$`, 'u')

/** @param name as it is kept */
export const whyNoUnit = (name: string): string | undefined =>
  // 合计：3家; 王伟13955571234; 张三、李四 or 王伟 李四.
  /[:：]/.test(name) || WITH_NUMBER.test(name) || isRun(name.split(/[、，,;；/／\s和与及]+/).join('·'))
    ? `“${name}”不只是一个名称；请去掉冒号、号码和其他人的姓名`
    : undefined
