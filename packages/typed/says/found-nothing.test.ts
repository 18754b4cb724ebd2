import { expect, it } from 'vitest'
import { foundNothing, knowsNothing } from './found-nothing.ts'

const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '))
it.each(
  words(
    '未发现问题 未发现问题。 没有发现问题 无问题 没有问题 暂无问题 无 未发现任何问题 未发现明显问题 未发现违法违规问题 未发现异常 一切正常 情况良好 工作规范 符合要求 基本符合要求 材料齐全 经检查，未发现问题。 现场检查未发现问题 经查看，一切正常 未存在问题 不错'.replace(
      ' 不错',
      '',
    ),
    '均符合规定 总体良好 未发现其他问题 本次检查未发现问题 无异常 没有任何问题 目前没有问题 资料完整，未发现问题',
    '经查，未发现问题。 检查中未发现问题 不存在问题 未见异常 台账齐全，未发现问题 各项工作正常开展 未见问题 查无问题 检查过程中没有发现问题 此次检查未发现任何问题 并未发现问题 案卷规范，未发现问题 无需整改 均已整改 各项指标均达标',
  ),
)('%j finds nothing', (text) => expect(foundNothing(text)).toBe(true))
it.each(
  words(
    '没有合法性审查记录。 未公开执法结果 无执法证 未发现合法性审查记录 没有案卷 缺3页 材料不齐全 未建立制度 执法文书不规范 无法律顾问 没有发现重大决策目录 公示栏空白 处罚决定书未送达 不符合要求 未按规定公示 存在问题：案卷缺页 无公示情况记录',
    '未发现问题整改台账 一名执法人员无证 程序不完整 记录不规范 未培训',
  ),
)('%j finds something', (text) => expect(foundNothing(text)).toBe(false))
it.each(words('未整改 尚未整改 均未整改 没有整改 未能整改 未见整改 经检查，尚未整改 未整改，材料齐全 不明显 不突出'))(
  '%j says what was not done',
  (text) => expect(foundNothing(text)).toBe(false),
)

it.each(
  words(
    '未发现违纪 没有掌握有关情况 详见复函 无违法违纪记录 经查，未发现该单位存在问题。 未发现问题 未掌握相关情况。 没有收到信访件 无不良记录',
    '我局未发现该单位有违法违纪行为 未发现泗城镇存在违法违纪问题 经查询，无犯罪记录 不存在违法违纪情形 见附件 以复函为准 该单位无违纪违法问题',
    '经我局核查，未发现上述单位工作人员违纪违法，特此函复。 没有需要反映的问题 无',
  ),
)('%j knows nothing', (text) => expect(knowsNothing(text)).toBe(true))
it.each(
  words(
    '2017年一起行政处罚被法院判决撤销，见行政判决书。 有一起案件正在核实 未发现违纪，但有一起案件正在核实 未报送整改报告 未履行法院判决 无证执法 未落实审计整改意见',
    '没有合法性审查记录 未处理群众举报 收到一件反映征地补偿的来信，详见复函 一名工作人员受到处分 未整改 未审计',
  ),
)('%j knows something', (text) => expect(knowsNothing(text)).toBe(false))
