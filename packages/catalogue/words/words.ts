/** What the code's words are called on screen. */
import type { ItemKind, Method, Recurrence } from '../catalogue.ts'
import type { Change } from '../edition/compare-editions.ts'

export const ITEM_KINDS: Readonly<Record<ItemKind, string>> = {
  mechanism: '机制',
  frequency: '频次',
  ratio: '比率',
  calendarDeadline: '时限',
  negativeFact: '未发生',
  externalResult: '外部结果',
  veto: '一票否决',
}

export const METHODS: Readonly<Record<Method, string>> = {
  hearing: '听取汇报',
  documents: '查阅资料',
  siteVisit: '现场检查',
  lawTest: '法律知识测试',
  interviews: '走访服务对象',
}

export const PERIODS: Readonly<Record<Recurrence['every'], string>> = {
  year: '每年',
  halfYear: '每半年',
  quarter: '每季度',
  twoYears: '每两年',
}

/** The fields of a pack, as a sentence about one names it. */
export const FIELDS: Readonly<Record<string, string>> = {
  id: '标识',
  number: '编号',
  title: '标题',
  kind: '类别',
  evidence: '佐证',
  thresholds: '量化要求',
  deadlines: '时限',
  recurrences: '周期',
  lead: '牵头单位',
  responsible: '责任单位',
  assisting: '配合单位',
  reviewing: '审查监督机关',
  suppliedBy: '结果提供机关',
  weight: '权重',
  appliesTo: '适用单位',
  methods: '考核方式',
  lookBackYears: '发现年限',
  note: '说明',
  place: '地方',
  edition: '版次',
  document: '文件',
  due: '未写明的期限',
  dueInPrinciple: '原则期限',
  issuer: '发文机关',
  force: '约束程度',
  numbering: '编号方式',
  gaps: '缺号',
  organs: '机关',
  group: '机关类别',
  parts: '部分',
  groups: '组',
  items: '条目',
  name: '名称',
  on: '日期',
  by: '截止日',
  of: '对象',
  unit: '计量单位',
}

/** A schema's types. */
export const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  object: '一组内容',
  array: '列表',
  boolean: '是否',
}

export const CHANGES: Readonly<Record<Change['change'], string>> = {
  same: '未变',
  reworded: '改写',
  split: '拆分',
  merged: '合并',
  moved: '移动',
  new: '新增',
  gone: '删除',
}
