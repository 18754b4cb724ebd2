/** What a county's organ is called besides its name, where no letter tells it; before and after it was called anew. */

/** In the short way of same-unit.ts, without what joins two words. */
const USUAL_NAMES: readonly string[] = [
  '人大办 人大常委会办 人大常务委办',
  '政协办 政协委办 政协委员会办',
  '编办 委编办 机构编制委办 委机构编制委办',
  '自然资源局 自然资源规划局 自规局 资规局 国土局 国土资源局',
  '农业农村局 农业农村委 农业局 农业委 农委',
  '生态环境局 生态环境分局 环保局 环境保护局 环保分局 环境保护分局',
  '文旅局 文化旅游局 文旅体局 文化旅游体育局 文体旅局 文化体育旅游局 文旅广体局 文化旅游广电局 文化广电旅游局 文广旅局 文化广电旅游体育局 文广旅体局',
  '卫健委 卫健局 卫生健康委 卫生健康局 卫计委 卫计局 卫生计划生育委 卫生计生委',
  '发改委 发改局 发展改革委 发展改革局',
  '教体局 教育体育局 教育局 教委 教育委',
  '住建局 住房城乡建设局 住建委 住房城乡建设委',
  '市监局 市管局 市场监管局 市场监督管理局',
  '城管局 城管执法局 城市管理局 城市管理行政执法局 城市管理综合执法局 城市管理综合行政执法局 城市管理执法局',
  '应急局 应急管理局 安监局 安全生产监督管理局',
  '经信局 经信委 工信局 工信委 经济信息化局 经济信息化委 工业信息化局',
  '民宗局 民宗委 民族宗教局 民族宗教委 民族宗教事务局 民族宗教事务委',
  '审批局 行政审批局 行政审批服务局 政务服务局 政务服务管理局',
  '机关事务局 机关事务管理局 机关事务管理中心 机关事务中心 机关事务服务局',
  '扶贫办 扶贫局 扶贫开发办 扶贫开发局 乡村振兴局',
  '人防办 人防局 人民防空办 人民防空局',
  '地震局 地震办',
  '烟草局 烟草专卖局 烟草专卖局分公司',
  '公积金中心 住房公积金中心 住房公积金管理中心 公积金管理部 住房公积金管理部 公积金管理中心',
  '红会 红十字会',
  '消防队 消防大队 消防救援大队 公安消防大队',
  '交警队 交警大队 交通警察大队 公安局交警队 公安局交警大队 公安局交通警察大队',
  '运管所 运管处 道路运输管理所 道路运输管理处 公路运输管理所 道路运输管理局 运管局',
]
const ORGANS: ReadonlyMap<string, number> = new Map(
  USUAL_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at] as const)),
)
/** Which organ of a county has that name; undefined for what is not known by another one. */
export const organOf = (short: string): number | undefined => ORGANS.get(short.replaceAll('和', ''))
