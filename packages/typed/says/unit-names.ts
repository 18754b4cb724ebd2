/** What a unit is called: by how it ends, and by what is said of a person and stands in no unit's name. */

/** Of 办, 部, 委, 会, 院 and the like what is no act, place or post of somebody: 代办, 干部, 常委, 开会, 住院, 党校, 下乡, 驻村. */
const ENDS = new RegExp(
  `(?:${[
    '[局府厅处科股所站队司社镇县市省区州旗盟厂馆台]|街道|公司|集团|中心|[银支分商]行|人大|政协|科协|[妇残文商侨科]联|幼儿园|[小中大]学',
    '(?<![代待承督主协])办|(?<![全干])部|(?<![政常])委|[员委协学工商合进究金字]会|(?<![住入出在])院|(?<!党)校|(?<![下回返])乡',
    '(?<![驻进下])村|(?<!会议|值班)室|(?<![开出])庭',
  ].join('|')})$`,
  'u',
)
/** Where somebody is, or why they are not where they are missed; 退役, 未成年 and 代县 say nothing of the kind. */
const SAYS = new RegExp(
  [
    '[在去赴请假没缺差陪另已因挂到]|未(?!央|成年)|不(?!动产)|外[出省市县地]|出国|借调|调[离任往至入]|离[会席岗任职]',
    '^(?:住(?![房建])|[送迎替原拟]|看病|就诊|手术|体检|转院|进修|跟班|抽调|考察|招商(?!局)|调研|检查(?![院站])|防汛(?=.*[镇乡村区办]$)|督导|支援|下沉|返[乡县]|奔丧)',
    '^(?:公[干务出]|办[事案]|汇报|配合|留[置守]|双规|停职|应诉|出[庭警]|[坐带]班|接访|轮岗|提拔|转任|补课|下派|帮扶|包[村保]|蹲点|联系|分管|驻[守点])|^学校$|疗养',
    '退(?!役|休干部局)|^代(?!县)|(?<!自)由|^回(?!族|民)|委托|旁听|开[会庭]|参[会加与]|探亲|值班|驻村|培训|提前|中途',
  ].join('|'),
  'u',
)
export const endsAsUnit = (name: string): boolean => name.length > 1 && ENDS.test(name)
/** @param name as it is kept */
export const isUnit = (name: string): boolean => endsAsUnit(name) && !SAYS.test(name)
