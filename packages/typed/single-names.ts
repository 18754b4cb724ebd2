/**
 * Names of one part, the frequent ones of those who have no second: no surname begins them, by which others are told.
 * Who has two is written with both, so that one of them alone is asked: 阿依古丽.
 */
export const SINGLE: ReadonlySet<string> = new Set(
  (
    '布和 呼和 巴图 孟和 苏和 朝鲁 达来 宝音 那顺 图雅 高娃 斯琴 萨仁 娜仁 其其格 其木格 格日勒 朝克图 额尔敦 特木尔 阿拉坦 ' +
    '才让 扎西 卓玛 多吉 多杰 次仁 泽仁 尼玛 达娃 格桑 平措 洛桑 拉姆 桑吉 仁青 索朗 贡布 丹增 旦增 旺堆 央金 德吉 才旦 普布 巴桑 边巴 次旦 强巴 赤林 肉孜 赛福鼎'
  ).split(' '),
)
const ONE = [...SINGLE].join('|')
const STOPPED = new RegExp(`(?<![\\p{Script=Han}])(?:${ONE})[。.．](?:${ONE})(?![\\p{Script=Han}])`, 'u')
/** 多吉。次仁: a full stop for the dot of one name, or the end of a sentence. */
export const whyStopped = (text: string): string | undefined => {
  const [said] = STOPPED.exec(text) ?? []
  return said && `分不清“${said}”是一个人还是几个人；一个人的请用“·”连接，几个人的请用顿号分开`
}
