/** Real short texts beside such as say nothing: what is refused is never what officials write. */
import { expect, it } from 'vitest'
import { hasWords, isSentence, whatIsUnsaid } from './says.ts'
import { unfilledIn, unfilledInReason } from './unfilled.ts'

const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '))

const REASONS = words(
  '请写明理由 请写明依据 请说明情况 请写明办结情况',
  '证照不全 证件过期 未见公章 公章不符 缺少附件 附件打不开 扫描不清 字迹不清 日期有误 日期不符',
  '姓名写错 单位写错 已被撤销 机构撤销 机构已撤并 正在诉讼 案件未结 败诉两起 信访未结 领导意见',
  '班子决定 经党组会研究 经集体研究决定 研究决定不予通过 按县长要求 按规定办理 依规办理 依法不予受理',
  '查无此事 查无此人 不属于本单位 与本单位无关 已经整改 整改完毕 已按要求补正 已补充完整 已核实无误',
  '无需修改 无须改动 不需要修改 没有变化 原表无误 原件无误 原材料无误 材料真实 情况真实 事实清楚',
  '程序合法 一致同意 会议通过 全票通过 多数同意 少数反对 三人反对 两人弃权 5人不同意',
  '法制机构负责人空缺 负责人空缺 负责人未到位 新任未到 测试未过 测试不合格 法律知识测试不合格',
  '考试未过 试点不成熟 第3页缺章 第三页漏签 附件二缺页 附件2缺页 见附件三第2页',
  '详见会议纪要 详见整改报告 因机构改革 因公出差 因病住院 因主要领导变动 由于时间紧张 由于人员不足',
  '理由成立 理由不成立 理由不足 原因待查 原因已查明 情况不实 情况有变 情况特殊 内容不实 内容太少',
  '内容重复 意见不一 意见分歧大 依据不足 依据不充分 说明不清 没有依据 没有证据 没有公章 没有签字',
  '无事实依据 无法核实 无法联系 不了解情况 未按期提交 逾期未报 逾期提交 超期3天 晚交2天 名称不符',
  '名称变更 暂缓公示 延期一周 改期举行 系统故障 网络故障 打印机故障 啊米娜同志已调离 阿斯古丽已退休',
  '的确不符 了解情况后再定 哈尔滨路执法不规范 呼和社区 吗叮社区',
)
it.each(REASONS)('%j is a reason and an opinion', (text) => {
  expect([isSentence(text), hasWords(text), unfilledIn(text, false)]).toEqual([true, true, undefined])
})
it.each(
  words(
    '缺3页 缺3页，请补 超期2天 晚交1天 漏2处签字 ××村委会意见未盖章 ××社区群众反映 请核对第X项 请核对第x条所附材料 第N次催告未报',
  ),
)('%j is a reason as well', (text) => expect([isSentence(text), unfilledInReason(text)]).toEqual([true, undefined]))
it.each([
  ...[
    '请于XXXX年XX月XX日前补正',
    '请于2026年 月 日前补正',
    '请于__月__日前补正',
    '请于  年  月  日前报送',
    '请在XX日前补正。',
  ],
  ...['请于 月 日前补齐工作计划。', '于×年×月×日前报送', '限  日内整改', '抽查案卷×份，合格×份', '发现问题  处'],
  ...[
    '请于___前补正',
    '请于XX号前补正',
    '请于 月底前补正材料',
    '请在 日内补正',
    '请于（日期）前补正',
    '请于    前补正',
    '请补正____',
    '缺 份材料，请补齐',
    '因（ ）退回',
    '因（原因）退回',
    '限于  日前补正',
    '请在×个工作日内补正',
    '□材料不全 □未盖章 □其他',
    '因……退回',
    '因 原因',
    '因（填写原因）退回',
  ],
])('%j has a blank of its own, whatever it says of blanks', (text) => expect(unfilledInReason(text)).toBeDefined())
it.each([
  ...['表中“2018年 月 日”没有填写，请于3月5日前补正', '成立日期写作XX年XX月XX日，请改为实际日期', '■材料不全 □未盖章'],
  ...[
    '×××同志未参加考试',
    '×××公司未批先建',
    '×××村群众反映',
    '××路段占道经营',
    ...[
      '请在 内网平台补传',
      '请在 前台补交',
      '在自查前提下补充',
      '请在（ ）内打勾',
      '材料齐全  个别页缺章',
      '扣分依据  处罚案卷3件超期',
    ],
    ...[
      '××派出所出具证明',
      '××镇政府信息公开案败诉',
      '××银行诉该局一案',
      '××等3人诉该局',
      '请于 7 月 10 日前在 内网报送',
    ],
    '××小学周边有摊点',
    '经核查××项目未批先建',
    '选项“□是 □否”没有勾选',
    '“□同意 □不同意”均未打勾',
    '请于 7 月 10 日前补正',
    '请于2018 年 7 月 10 日前报送',
    '请于 15 日 17 时前报送',
    '附件2第×项没有填写',
    '表格×××处空白请补齐',
    '限10日内整改',
    '限期整改',
    '发现问题 3 处',
    '3×3份',
    '因故未能参加',
  ],
])('%j has none', (text) => expect(unfilledInReason(text)).toBeUndefined())
it.each(words('附件 另附 同上 无 第3页 3月5日'))('%j says nothing by itself', (text) =>
  expect(isSentence(text)).toBe(false),
)
const OPINIONS = words(
  '同意。 同意 拟同意 原则同意 同意。请按程序办理。 同意推荐 同意上报 同意申报 同意创建 同意备案',
  '不同意 暂不同意 缓议 再议 请核实 请办公室核 请法制办核 请补正 属实 情况属实 真实 准予',
  '准予通过 予以通过 不予通过 符合 符合条件 不符合 基本符合 合格 不合格 优秀 良好 达标 未达标',
  '通过 未通过 退回 退 退回补正 收到 已收 收 知 知悉 已知悉 悉 阅 已阅 阅示 阅处 阅知 请阅',
  '呈阅 转办 转 办 速办 照办 批 准 可 行 好 是 否 妥 核 已核 已审 审核无误 无误 无意见',
  '无异议 没有意见 圈阅 已签 按规定办 按程序办 依法办理 请示 呈报 上报 盖章有效 代签无效',
  '同意，王伟 好 阅，转法制办 拟退 拟通过 初审通过 初审合格 经审核，同意',
  // Too short for a reason.
  '已合并 不属实 无变化 无变动 未变动 因疫情 因汛情 因灾 无公章 无签字 无证据 不清楚 未提交',
  '重复 重名 更名 已更名 改名 改制 划转 撤并 停办 缓办 暂缓 延期 汛期 农忙 停电 断网 嗯口村',
)
it.each(OPINIONS)('%j is an opinion', (text) => {
  expect([hasWords(text), unfilledIn(text, false)]).toEqual([true, undefined])
})
const TITLES = words(
  '第38次常务会议 县政府第三十八次常务会议 十七届38次常务会 2018年第5次 第5次 5月办公会 常务会 专题会 纪要〔2018〕38号',
  '行政执法全过程记录 行政执法三项制度 重大决策 政务公开 法律顾问 双随机 一网通办 无讼村居创建 空壳社治理 略阳经验',
  '测试点建设 某某村模式 依法行政 3×3篮球进村 5×24小时服务 改革开放四十年 二○一八年度示范创建 二〇〇八年经验 待遇落实 待产补贴发放',
  '县政府 县人民政府 县委办公室 泗县 县政府网站 县政府网站“公示公告”栏 政务公开栏 关于的士管理的通知 关于做好“两法衔接”的通知',
  '第一批示范单位名单 第二次全体会议 号召书 次第推进 无人机执法 未成年人保护 无纸化办公 没收物品管理 新建小区物业 ISO9001认证',
)
it.each(TITLES)('%j is a title', (text) => expect(whatIsUnsaid(text, 'text', true)).toBeUndefined())
it.each(
  words(
    '泗政办秘〔2018〕22号 泗政办秘[2018]22号 泗政办秘(2018)22号 泗政办秘〔2018〕22 泗政办秘2018-22 38 38号 第38号 2018-2 第三十八号',
    '三十八 第三号 十七届三次 附件一 一号公告 （三） 泗政办〔二〇一八〕五 泗政办〔2018〕第22号 皖政〔2018〕五号 泗县20号文 （20）5号 第十二期 三月例会二',
    '县政府常务会议纪要第12号 〔2018〕5号 泗政〔2018〕第5号 泗依法办〔2018〕3号 考核组名单1号 2018年第4期 十七届三次全会',
  ),
)('%j is a number', (text) => expect(whatIsUnsaid(text, 'number', true)).toBeUndefined())

const ORGANS = words(
  '县政府 泗县人民政府 县委 县委办公室 中共泗县县委 县委常委会 县政府常务会议 县长办公会 依法行政工作领导小组 县法制办 县司法局 市局 江苏省政府',
  '安徽省 石龙湖管理处 高王镇 张黄街道 马公店村委会 何集乡 无为县人民政府 县政府（第38次常务会议） 县政府办 温州市 史志办 于都县 县应急指挥部',
  '县推进依法行政领导小组办公室 安监局 水利厅 江北集中区 县人大 市政协 领导小组 任集镇 王家坝闸管所 县府办法制科 新兴县政府',
)
it.each(ORGANS)('%j is an organ', (text) => expect(whatIsUnsaid(text, 'organ', true)).toBeUndefined())
it.each(
  words(
    '县府办 县依法行政工作领导小组 领导小组办公室 县委全面依法治县委员会 县委依法治县办 县政府常务会议 县长办公会议 县人大常委会 县委、县政府 验收考核组 考核组 县考核办',
    '县纪委监委 县创建办 县政务公开办 高新区管委会 长沙县人民政府 关岭布依族苗族自治县人民政府 党史办 农办 安委办 应急办 双创办 文明办 计生办 金融办 房管处 平安办 国资办',
    '高新办 林改办 路长办 党中央 国务院 团县委 县总工会 县红十字会 县妇联 县委书记办公会 党组会 县政府党组 经济开发区 本溪市人民政府 同心县人民政府 开封市 县委全会 县人民法院',
    '退役军人事务局 县外事办 县政府2018年第3次专题会议 县住建委 张北县人民政府 余庆县政府 任丘市 何家镇 到保镇人民政府 县人民政府常务会 省法制办 党工委 未央区政府',
  ),
)('%j is an organ as well', (text) => expect(whatIsUnsaid(text, 'organ', true)).toBeUndefined())
it.each(
  words(
    '不清楚 记不清 见附件 见文件 同通知 已批 领导已批 批了 县政府同意 由县政府批准 县政府批准 经县政府同意 政府主要负责人 开会 上会 已上会 已过会 住院 王伟处 何英办 张三办',
    '法制办王伟 县政府王伟 王伟（法制办） 我单位 我办 我局 本办 本局 该局 县长批示 李县长批准 县政府分管领导 法定代表人 办公室主任 如文 文件所载 批准单位 领导小组组长 泗政办秘〔2018〕22号',
  ),
)('%j is no organ either', (text) => expect(whatIsUnsaid(text, 'organ', true)).toBeDefined())
it.each(
  words('〔2018〕 [2018] （2018） 2018年4月13日 2018-4-13 4月13日 0 00 ０ 第0号 测试1 待编1 待编号1 无22 同上1 暂无1'),
)('%j is the number of no document', (text) => expect(whatIsUnsaid(text, 'number', true)).toBeDefined())
it.each(
  words('〔2018〕24 泗政办(2018)22号 2018-24 ZF2018-003 2018年第3号 100 10 文号22 编号1 泗政办〔2018〕10号 20180413'),
)('%j is the number of one', (text) => expect(whatIsUnsaid(text, 'number', true)).toBeUndefined())
it.each(words('见附件 附件 某处 某网站 到处 各处 各地'))('%j is no place', (text) =>
  expect(whatIsUnsaid(text, 'text', true)).toBeDefined(),
)
it.each(words('附件2 附件栏 附件管理办法 各地经验交流 某处公告栏'))('%j may be one', (text) =>
  expect(whatIsUnsaid(text, 'text', true)).toBeUndefined(),
)
it.each([
  ...words(
    '张三 李四 王伟 何英 许建国 欧阳修 司马光 于勇 钱七 县长 副县长 书记 县委书记 县长张三 张三县长 领导 主要领导 县领导 县主要领导 分管领导 有关领导',
    '上级 上级机关 主要负责人 某县人民政府 某机关 某市局 某某县政府 （机关名称） 【机关名称】 机关名称 批准机关 单位 ××县 同意 2018 阿依古丽·买买提 王县长 张三同志 张某 县长签字',
  ),
])('%j is no organ', (text) => expect(whatIsUnsaid(text, 'organ', true)).toBeDefined())
it.each([
  ...words(
    'http://www.sixian.gov.cn https://www.sixian.gov.cn/ www.sixian.gov.cn 县政府网站 网址见附件一 链接城乡的示范 《泗县报》第3版 第三版 头版 《泗县报》第三版 政务公开栏 待发布信息公示栏',
  ),
])('%j is a place', (text) => expect(whatIsUnsaid(text, 'text', true)).toBeUndefined())

const EMPTY_REASONS = words(
  '以后再填 以后再说 回头再填 稍后补充 待后补充 待补充完善 未完待续 没有意见 暂无意见 没有问题 没有任何意见 和上面一样 跟上面一样 和前面一样 同第一条',
  '同上一条 同第一次 如图所示 如下所示 各种原因 一些原因 某种原因 其他原因 某某原因 XX原因 由于原因 原因很多 理由如下： =SUM(A1) ＝A1+B2 特此说明 特此证明',
  '不知道啊 就这样吧 就是这样 没啥说的 无可奉告 无话可说 复制粘贴 电话号码 单位（盖章） 理由1理由2 爱的色放 的身份的',
)
it.each(EMPTY_REASONS)('%j gives no reason', (text) => expect(isSentence(text)).toBe(false))
it.each([
  ...words(
    '单位（盖章） 签名： 负责人： 日期： 经办人 （盖章） <br> &nbsp; <p></p> 见附件 附件 另附 附件1 如附件 联系电话：',
  ),
  ...['年　月　日', '年  月  日', '负责人：　　年　月　日', '单位（盖章）\n年　月　日'],
])('%j is what the form prints, and no opinion', (text) => expect(hasWords(text)).toBe(false))
it.each([
  ...words(
    '一二三四 aaaa 没有理由 阿斯顿发 呵呵呵呵 a 甲 测试测试 哈哈哈哈 同意 情况属实 已阅 以后再填 各种原因 签名： <br>',
  ),
  ...words(
    '号 ×× XX ×号 县×局 X县 ○○县人民政府 **镇 关于的通知 关于××的通知 关于……的通知 请输入标题 请填写批准文号 未命名 无标题',
  ),
  ...[
    '关于开展    年度创建的通知'.replace(/ +/, ' '),
    '关于（填写年度）年创建的通知',
    '县政府第（ ）次常务会议',
    '县政府第__次常务会议',
  ],
  ...words(
    '201X年度示范创建 201×年示范单位 关于开展[年份]年度创建的通知 关于开展{年份}年度创建的通知 关于开展【年度】创建的通知 某某创建 某某示范活动',
    '第N次 县政府第N次常务会议 X届X次 县人大X届X次会议 十七届X次全会 （机关名称） http:// https:// https://www. www. 网址 链接 待发布 待公布 网址待定',
  ),
  ...['第 版', '《泗县报》第 版', '县政府网站（网址）'],
  ...['第 次', '第次', '地点待定', '县政府网站（待定）', '20XX年示范创建', '2018年 月 日'],
])('%j is no title', (text) => expect(whatIsUnsaid(text, 'text', true)).toBeDefined())
it.each([
  ...words(
    '〔2018〕号 〔2018〕×号 〔2018〕XX号 泗政办〔〕号 泗政办〔2018〕__号 泗政办〔20××〕22号 第×次 号 No. 编号： 文号： 无文号 无编号 没有文号 暂无文号',
  ),
  ...words('文号待定 编号待补 待发文 见原件 见附件 同上号 第号 批准机关'),
  ...words(
    '-号 .号 〔2018〕#号 〔2018〕-号 〔2018〕.号 泗政办〔2018〕——号 〔20〕号 〔201〕号 〔201X〕5号 第-号 第N号 第#号',
    '张三 李四 王五 赵六 张三批准 欧阳三 三人 张三、李四',
  ),
  ...['〔20 〕 号', '泗政办〔20 〕 号', '〔201 〕5号'],
  ...['泗政办〔2018〕 号', '泗政办〔 〕 号', '第 号', '第 次'],
])('%j is no number of a document', (text) => expect(whatIsUnsaid(text, 'number', true)).toBeDefined())
it('lets an explanation hide a name or a plate, and no other blank', () => {
  for (const text of ['王××反映收费', '张×诉县政府一案败诉', '皖F×××××车辆违停', '某某村群众反映', '3×3比赛'])
    expect([text, unfilledIn(text, false)]).toEqual([text, undefined])
  for (const text of [
    '因××原因',
    '同意××镇申报',
    '第　次会议决定',
    '按泗政〔2018〕　号办理',
    '____年度不合格',
    '20××年考核',
  ])
    expect([text, unfilledIn(text, false)]).not.toEqual([text, undefined])
})
