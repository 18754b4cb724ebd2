/** What stands in a unit's place, or in that of whoever objects, and names nobody. */
import { isRun, isSurnamed } from './runs.ts'

const COUNT = '[\\d一二两三四五六七八九十百]+[家个户名位人]'
/** A count, all of a kind, those above, or what a form prints before the blank. */
const NO_UNIT = new RegExp(
  [
    '^(?:测试|未知|暂缺|空缺|待定|新|示例)(?:单位|乡镇)$|^(?:县直|市直|乡镇)?各.*(?:单位|部门|乡镇|街道)$',
    `^(?:共|总?共?计|合计|小计)?(?:${COUNT})(?:单位|部门|乡镇)?$|^(?:共计?|合计|小计|总计)(?=[\\d共])`,
    '^(?:各|有关|相关|上述|以上|以下|下列|前述|所有|全部|全县|其他|其它|其余|本|该|我|某|贵)[级类]?(?:有关|相关|参评|申报|创建)?(?:单位|部门|机关|乡镇|镇|乡|街道|科室|股室|局|企业|人员|同志)+$',
    '^(?:制表|填表|填报|编制|报送|主管|申报|申请|承办|牵头|责任)(?:单位|部门|机关|人)$',
    '^以[上下]|^此[处行表]|^[不拒].*(?:姓名|名称|名字|身份|[署具留实]名)|^[空出]缺|^待.{1,3}$',
  ].join('|'),
)
const ORGAN = /[局府镇乡县市区村院校会委办所站队社厂司部厅处科店行园馆室组团心户]$|政府|公司|委员会|合作社|（.*）$/

/** @param name as it is kept */
export function whyNoUnit(name: string): string | undefined {
  const no = (said: string) => `“${name}”${said}`
  if (/[:：]/.test(name)) return no('中有冒号；请去掉冒号和它前面的字，只写名称')
  if (NO_UNIT.test(name)) return no('不是名称；请填写名称，没有的留空')
  const [, person, number] = /^([\p{Script=Han}]{2,4})([\d\s-]{7,})$/u.exec(name) ?? []
  if (number && person && isSurnamed(person)) return no('中有号码；请只写姓名')
  if (isSeveralPersons(name)) return no('像是几个人；请只写一人，其余的人写在异议内容里')
  return undefined
}

/** 张三、李四 or 王伟 李四: each part may be a person, and none is a unit. */
function isSeveralPersons(name: string): boolean {
  if (ORGAN.test(name)) return false
  const parts = name.split(/[、，,;；/／\s和与及]+/).filter(Boolean)
  return isRun(parts.join('·'))
}
