/** Talk that only fills the field, by all of the text: what stands for a text, and a form's own words. */

const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'u')

/** 无无无略, 同上同上. */
const ONLY = '无|没有|暂无|略|从略|同上|同前|如上|如题|待定|待补充?|不详|空白'
export const ONLY_FILLERS = new RegExp(`^(?:${ONLY})+$`, 'u')
/** 一二三四, 甲乙丙丁. */
const NUMERALS = /^[零〇○一二三四五六七八九十百千万亿两甲乙丙丁戊己庚辛壬癸\p{N}]+$/u
const SIGHS = /^[嗯啊哦呃额呵哈嘿哎唉喔噢呀吧呢吗嘛啦的了]+$/u
/** The same one to three syllables, or a run of keys, again and again. */
const AGAIN = /^([\p{L}\p{N}]{1,3}|[a-z]{4,6})\1+$/u
/** What input methods make of keys that were struck at random, from end to end: 阿斯顿公司 is somebody. */
const STRUCK =
  /^(?:阿斯[顿蒂达]|阿[萨斯]德|[啊阿]?实打实|爱的色放|的身份的|是的发生|发的啥地方|撒地方)(?:阿斯[顿蒂达]|阿[萨斯]德|[啊阿]?实打实|发?斯蒂芬|撒[旦地]|送到|[啊阿发芬撒打])*$/u

const ABOUT = '理由|原因|意见|情况|内容|说明|依据'
/** As forms have it beside the blank. */
const HERE = '(?:在)?(?:此处?|这里|本栏|此栏|下方|框内)'
const WHAT = `${ABOUT}|文字|文本|数据|名称|标题|文号|编号|项目|单位|机关`
/** Whose, or of what, the reason or the opinion is, as forms have it. */
const OF =
  '(?:具体|相关|详细|您|你|本|申请|申报|创建|退回|不予?同意|不予?通过|撤回|延期|推迟|例外|更正|修改|补正|异议|认定|推荐|取消|终止|暂停|否决|催办|指导|答复|处理|调查|审核|审批|审查|初审|复审|复核|会签|签署|单位|主管部门|的)*'
const PROMPTS = [
  `(?:请|点击|单击)*(?:${HERE})?(?:填写|填入|输入|键入|录入|填)${OF}(?:${ABOUT})`,
  // 请写明理由, 请写明依据 and 请说明情况 say why something goes back; 请写明延期理由 asks for the field's own.
  `(?:请|点击|单击)*(?:${HERE})?(?:写明?|说明)${OF.replace(/\*$/, '+')}(?:理由|原因|意见|内容)`,
  `(?:请|点击|单击|双击)*(?:${HERE})?(?:手动)?(?:填写|填入|输入|键入|录入|添加|填|选择)(?:具体|相关|您的|你的|审核|审批|办理|文字|详细)*(?:${WHAT})?`,
  `(?:请)?(?:${HERE})(?:写明?|说明|注明)(?:具体|相关|您的|你的)*(?:${WHAT})?`,
  `(?:示例|样例|默认|占位)(?:${WHAT})*|(?:请?从?下拉列表中|请)?选择(?:一[项个](?:选项)?)?`,
]
const ABOVE =
  '(?:上|前|左)(?:面|文|边|述|次|回|一?[条款项页栏格行])?|题|标题|第[一二三四五六七八九十\\d]+[条款项页栏格行次]'
const LATER = '(?:以后|稍后|回头|后面|改天|有空|抽空|过后|今后|下次|待后|之后)(?:再|再来|来)?'
const TALK = [
  ...PROMPTS,
  // What was to be struck out or chosen, and was not.
  '(?:同意|通过)(?:或者?)?(?:不同意|不通过|不予通过)',
  `(?:具体)?(?:${ABOUT})*(?:如下|见下)(?:文|面|所示|所述)?`,
  '(?:我|目前|暂时?|现在|也|还)*(?:没有|没|无|暂无|不需要|不用)(?:什么|任何|具体|特别|其他)*(?:的)?(?:理由|原因|内容|可说明?的?|好说明?的?|话说|话可说)|没啥(?:可|好)?说的?|没什么|无可奉告',
  `(?:${ABOUT})*(?:和|同|跟|与|如|[详请参]?见|参[考照])(?:${ABOVE})(?:的|所述|所写|相同|一致|一样|${ABOUT})*`,
  '(?:我|暂时?|目前|还|也|实在)*(?:没有?|未)想(?:好|到|出来?)(?:了|呢)?(?:(?:怎么|如何|该)*(?:写|填|说)(?:什么)?)?|占位符',
  `(?:${ABOUT})*(?:以上|综上|如上|如前)(?:所述)?`,
  `(?:(?:${ABOUT})*(?:${ONLY}))+|(?:${ABOUT})+|(?:理由|原因|说明)[\\d一二三]+(?:(?:理由|原因|说明)[\\d一二三]+)*`,
  '(?:这是|这里|仅供|只是|用于|仅|做|作)*(?:测试|试填|试一下|试一试|试试|试验|随便(?:写|填)|乱写|瞎写|占位)(?:一下|看看|数据|内容|文字|文本|用|写|填|的|而已|测试|\\d)*',
  `(?:${LATER})(?:填写?|说|写|补充?|完善|添加)(?:充|上|吧)?|待(?:后)?(?:补充|完善|填写)+|未完待续|待续|复制粘贴|(?:先|暂时?|暂且)?(?:空着|留空)吧?|[没未不]填写?`,
  '(?:如|见)(?:图|表)(?:所示)?|详见|某[处地]|某网站|[到各]处|各地',
  '(?:由于|因为?|因)?(?:各种|一些|某种|某些|某某|其[他它]|多种|种种|xx)(?:各种)?(?:的)?(?:原因|理由|情况)|(?:由于|因为)(?:原因|由于|因为)?|(?:原因|理由)很多|有(?:原因|理由)|其[他它]|别的',
  '特此(?:说明|证明|报告|函告|通知)|(?:我|本人|也|都|真|实在|暂时)*不知道(?:(?:怎么|如何|该)*(?:写|填|说)(?:什么|啥)?)?[啊哦呀呢]?|(?:就这样|就是这样)吧?|没有了|没有啦|[你您]好|谢谢|完毕|结束',
]
/** What a form prints beside the blank; what leaders think (领导意见) is a reason. */
const PRINTED =
  '(?:单位|主管部门|审核|审批|审查|初审|复审|复核|会签|签署)意见|年月日|月日|日期|(?:主要|单位)?负责人|法定代表人|经办人|审核人|填表人|联系人|申[请报]人|单位|(?:加盖)?[公签盖印]章|签[字名]|联系电话|电话号码|电话|姓名|职务|地址|盖章处|以下空白|以下无正文'
const [IS_PROMPT, IS_TALK, IS_PRINTED] = [
  whole(PROMPTS),
  whole([...TALK, `(?:${PRINTED})+`]),
  whole([`(?:${PRINTED})+`]),
]
/** That nothing stands in the way: an opinion, and no reason for anything. */
const AGREES = whole(['(?:没有|没|无|暂无)(?:任何|其他|不同|什么)*(?:意见|异议|问题)'])
/** A longer one says more, or is a page. */
const MOST_ELSEWHERE = 40
/** Where it is elsewhere, and no opinion: 具体见材料, 名单附后, 以附件为准. It has nothing but these words; 材料清单 points nowhere, and 附件三第2页 to a place. */
const THERE =
  '附件|附表|附录|附页|附图|附后|附上|附|截图|文档|下表|链接|工作群|公告|批注|材料|文件|通知|原件|报告|表格|扫描件|照片|图片|清单|名单|邮件|压缩包|电子版|纸质版?|电子|pdf|word'
const AROUND =
  '具体|详细|详情|相关|有关|内容|情况|理由|原因|意见|说明|依据|以及|等|均|都|也|已经?|请|可|另外?|所示|所述|所列|所附|所|后|上传的?|提交的?|参阅|参见|参照|参考|查看|查阅|查收|详|参|见|阅|看|如|以|为准|随|写|了|在|中|里|内|及|和|与|至|到|谢谢|[\\d一二三四五六七八九十]+'
const ELSEWHERE = new RegExp(
  `^(?=.*(?:${THERE}))(?!请(?:另|再|补)?(?:附|上传))(?!.*已(?:见|附|阅))(?=.*(?:见|[详参请](?:查?阅|查?看)|附|为准|在.+[中里内]))(?:(?=(${THERE}|${AROUND}))\\1)+$`,
  'u',
)

/** @param key its letters and digits alone, as `nameKey` has them */
export const isPrompt = (key: string): boolean => IS_PROMPT.test(key)
export const isPrinted = (key: string): boolean => IS_PRINTED.test(key)
export const isEmptyTalk = (key: string): boolean =>
  [ONLY_FILLERS, NUMERALS, SIGHS, AGAIN, STRUCK, IS_TALK].some((one) => one.test(key))
export const agrees = (key: string): boolean => AGREES.test(key)
export const isElsewhere = (key: string): boolean => key.length <= MOST_ELSEWHERE && ELSEWHERE.test(key)
