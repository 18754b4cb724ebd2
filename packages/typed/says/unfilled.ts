/** Blanks of a template that nobody filled in, inside a text: 〔2018〕　号, 第　次, ____年, 关于××的通知, 请输入标题. */
import { OFTEN } from '../surnames.ts'

const HAN = '[\\p{Script=Han}]'
/** What stands in a blank: nothing, or marks for it. */
const X = '×✕xXｘＸ'
const BLANK = `[\\s${X}_＿○◯△□*…]*`
const SOME = BLANK.replace(/\*$/, '+')
const MARKED = SOME.replace('\\s', '')
const NUMERAL = '\\d〇○零一二三四五六七八九十百'
const WHAT = '标题|题目|名称|文号|编号|内容|机关|单位|日期|时间|地点|位置|姓名|会议|正文|文字|次数|年份|年度|网址|链接'
const OPEN = '[（(【〔[［<〈《{｛]'
/** 日 of a date, and no word: 6月 日常工作. */
const DAY_ALONE = '日(?!\\s*(?:常(?![务委])|[志程期均益用]|报(?![送到名请经告])|记(?![录入者])))'
const CLOSE = '[）)】〕\\]］>〉》}｝]'

/** Wherever it stands, also where somebody says why: nobody writes so of anything. */
const ALWAYS = [
  `${OPEN}(?:19|20)\\d{2}${CLOSE}第?(?:${BLANK}|[^\\p{L}\\p{N}]*)号`,
  `(?:19|20)[\\d${X}_＿○◯*]?${MARKED}(?=\\s*[年〕\\]])`,
  '第[-—#.]+[号次届年期回批项条版]',
  `〔(?:(?:19|20)\\d?)?${BLANK}〕|第(?:\\s+|${MARKED})[号次届年期季回批版](?!${HAN}*第)|第(?:号|次|届)(?=常务|会议|全体|专题|$)`,
  '[_＿]{2,}(?![A-Za-z0-9])',
  // 2018年　月　日; 出生年月日 are words.
  `(?:\\d年${BLANK}|年${SOME})月${BLANK}日|月\\s+${DAY_ALONE}(?!${HAN})`,
  // 6月 日召开, 6月×日, 会议 月 日, 2018年 月收到, 于 月15日, ×月.
  `[${NUMERAL}]\\s?月${BLANK}${DAY_ALONE}|[至到]\\s+${DAY_ALONE}|(?<![${NUMERAL}每本当上下该个两\\s])\\s+月\\s+${DAY_ALONE}|\\d年\\s+月(?![度报均考])`,
  `(?:\\s{2,}|\u3000|[于在至到年] )(?:月\\d{1,2}日|年\\d{1,2}月)|(?<![A-Za-z×✕])[${X}]+月(?=[\\d×✕xXｘＸ日底初末])`,
]
const STOP = '[\\n，,。\\uFF1B;]'
/** 王××, 皖F×××, ××建材公司: who shall not be named. */
const HIDDEN = `(?<![${OFTEN}A-Za-z\\d×*某])(?:[×✕]{2,}|[xXｘＸ]{2,}(?![A-Za-z\\d]))`
/** By when, how many, which of these: nobody quotes these, and whoever speaks of somebody's blanks has no such own. */
const DAY = `[\\d${X}_＿○◯]{0,4}\\s*`
const LATER = '(?:推迟|顺延|延[期长])[到至]?'
const OWN = [
  `[于在限至到前请]\\s*(?:${DAY}年)?(?=[^日]{0,9}[${X}_＿○◯\\s])${DAY}月${DAY}日(?:之?以?前|内|止)`,
  `限期?(?:\\s+|${MARKED})[日天](?:之?内)?`,
  `[于在](?:${MARKED}|\\.{3,}|\\s{2,}|\\s*${OPEN}\\s*(?:日期|时间)?\\s*${CLOSE}\\s*)(?:[号日]|月底)?之?以?前(?=[补报提送完整改交来重])`,
  `[于在]\\s+(?:[号日]|月底)(?:之?以?前|内)`,
  `[于在限]\\s*(?:\\s|${MARKED}\\s*)个?(?:工作)?[日天](?:之?以?[前内])`,
  `[缺差少](?:\\s+|[_＿×✕]+)(?:[份件个处]|等?材料)`,
  `因(?:${OPEN}\\s*${CLOSE}|\\s{2,}(?=[，,]))`,
  '补[正齐充]材?料?[:：]?[_＿]{2,}',
  `(?<![\\d×✕第 ] ?)(?:[×✕]|[_＿]+)[份件处个项人宗]|(?<=共|有|约|计|达|发现|抽查|合格|缺|少|差|存在|问题) {2,}[份件处个项人宗]`,
  '因(?:…+|\\.{3,}|\\s+而|[×✕]+)(?=退回|不予|未|暂缓|，|$|(?<=[….])原因)|因\\s+原因',
  // How much, when and whom, of what is still to be said.
  `${OPEN}\\s*${CLOSE}[份件处个项人宗条号元次天日年月页家户分]`,
  '(?<=[得总]分|应[为得]|[扣加计])(?:\\s+|[_＿×✕]+)分',
  `(?:改[为到至在]|调整为|定于|${LATER}|延[到至])[^\\S\\n]*(?:${DAY}年)?(?:\\s+|\\s*${MARKED}\\s*)(?:[月日天]|个?工作日)`,
  `${LATER}(?:\\s+|${MARKED})[个年周]`,
  `[于在限][NnＮｎ]个?(?:工作)?[日天]|联系[${X}]{2,}|(?:联系|反映的|(?:^|[，,。])由)\\s{2,}(?=${HAN})`,
  `(?<=^|[：:]|${STOP})[${X}…]{2,}(?=$|${STOP})|(同意|符合)[/／（(]不\\1`,
  `${OPEN}\\s*(?:具体|核查|有关|(?<=(?:${HAN}|[，,。])${OPEN}\\s*))(?:内容|事由|情况|原因|理由)\\s*${CLOSE}(?![栏列项])`,
  `(?<=${HAN})${OPEN}请?(?:在此)?(?:填写|写明|注明|输入|填入)${HAN}{0,8}${CLOSE}`,
]
/** Set wide, 同　意, words have one blank between characters; paragraphs begin with two. */
const WIDER = '[^\\S\\n]{2,}'
const WIDE = `(?:${WIDER}|\\u3000(?=.\\S))`
/** □材料不全 □未盖章, [ ]材料不全 [ ]未盖章, of which none is ticked. */
const BOX = `(?:[□☐]|(?!《)${OPEN}\\s+${CLOSE})\\s*${HAN}`
/** ○同意 ○退回 in one line; below one another they are signs of a list. */
const RING = `(?<![○◯]|${HAN})[○◯]\\s*${HAN}`
const UNTICKED = new RegExp(`^(?!.*(?:[■☑✓✔√☒▣●◉⊙]|[[［(（][xX×])).*(?:${BOX}.*${BOX}|${RING}[^\\n]*${RING})`, 'su')
/** Where a number, a name or a reason would stand between its words. */
const ENDS = '(?=$|[\\n，,、。\\uFF1B;）)起内前后以])'
const SCORED = '[评定得扣加核计为满打]'
const BETWEEN = `(?:因|(?<![理事案自])由于?|经|违反了?|[依根]据|按照?|符合|[与向找将自从至到对被])(?:[^\\S\\n]{3,}(?=${HAN})|${WIDER}(?=退|不|原|研|审|会|规|条|第|联|反|年|月|通报|评|进行|报|部|单|机))`
/** 《××办法》; 《××公司处罚决定书》 hides whose it is. */
const LAW = `《(?:关于)?${MARKED}[管理实施]*(?:办?法|条例|规定|细则)》`
/** 第N次催告 is a reason. */
const REASON = [
  ...ALWAYS,
  ...OWN,
  // 第X项 is whichever it may be, and 次第, 等第 are words.
  `第[×✕_＿○◯△*…]+[项条款页]|(?<![次等及门])第(?:\\s+(?![${NUMERAL}甲乙])(?=${HAN}|${STOP})|[${X}]+(?=[季名]|$|${STOP}))`,
  // 持证率  %, 罚款XX元, 同意X票, 走访X户群众, XX号文件.
  `(?<=${HAN})\\s+[%％‰]|[款以意对权成纳额]\\s+万?[元票]|(?<=${HAN}{3})[^\\S\\n]{4,}(?=${HAN}{4})(?!${HAN}{4,8}[：:])|[为占达][%％]`,
  `(?<![第${OFTEN}A-Za-z${NUMERAL}×✕某])(?:[${X}]|(?<=${HAN}[*＊○]*)[*＊○NＮ]){1,3}(?:[份次季%％‰]|万?元(?!旦)|票(?!据)|个(?!体)|处(?![罚理长分置])|[天日人名户家号](?=$|${STOP}|[未没无内后前群企执文]))`,
  // 根据××文件; of whose complaint it was nobody need say.
  `(?:[根依]据|[依按参]照|违反了?)[${X}]{2,}(?!${HAN}{0,4}(?:反映|举报|投诉|申[请诉]))|[与向找由经请报][${X}]+(?=同志|会议|[县市区局]|单位|部门|联系|反映|负责)`,
  // 编号为    的案卷, 提交的    不符合, 附件  缺页.
  `(?:(?<=${HAN})${WIDER}|[为是]\\s)(?:的(?![确士])|等(?![级待候次]))|的${WIDER}(?=[不未没无缺漏已应与被])`,
  `(?<=^|${STOP})(?!同意|属实|合格|[经已]|\\S*[两${NUMERAL}])${HAN}{2,3}${WIDER}(?=[不未没无缺漏])`,
  // How much, when, by whom and why.
  `(?:[得满]分为?|同意|反对|弃权|赞成|[应实]到|罚款|[于在])${WIDE}(?:[分票元月年]|[日人](?![常程民大员])|[时点]前)|得${WIDER}分`,
  `(?:因|由于?|经|以|携带|周)${WIDER}(?=[，,被到前]|同志|会议|名义)|(?:由于|经)[×✕]+(?=，)`,
  `[：:\\p{Script=Han}]${WIDER}[^\\S\\n]+(?=[，,。\\uFF1B;])|《\\s*》|[初终字]${WIDE}号`,
  `${OPEN}(?:${HAN}{2})?单位[名全]称${CLOSE}(?![栏处列项])`,
  `[{｛<＜]${HAN}{0,4}(?:${WHAT})${HAN}{0,2}[}｝>＞]`,
  LAW,
  // 第（）页, 由（　）负责, 被  部门通报, 扣X分.
  `第(?:${OPEN}\\s*${CLOSE}|[?？]+|[${X}]{2,})[页条款项号次期]|第[${X}]页|^${OPEN}写明${HAN}{2,8}${CLOSE}$|[由经向与]${OPEN}\\s*${CLOSE}`,
  `(?<=${HAN})${WIDER}、${WIDER}`,
  `[扣得加减计][${X}]{1,3}分`,
  // What says that there is no reason, and what counts reasons without one.
  `(?<!其[他它])[理原事][由因][：:]\\s*(?:暂?无|没有|略)(?!${HAN})|一是(?=[\\s\\uFF1B;。，,]*(?:二是|$))|[二三四五]是(?=\\s*(?:[\\uFF1B;。]|$))`,
  BETWEEN,
  `(?<=${SCORED})(?<![^\\S\\n]${SCORED})\\s+分${ENDS}`,
  `(?<=${HAN})${WIDER}万?[次元例宗起人户家天页份件条项]${ENDS}`,
  `[是为：:]${WIDER}(?=[。，,]|${HAN}{1,6}[：:])`,
  // 1.  ; 2.
  '(?:(?<![\\d.\\p{Script=Han}])[1-9][.．、)）](?=\\s*[\\s\\uFF1B;。]\\s*[2-9])|[\\uFF1B;。\\s][2-9](?=[.．、)）]\\s*(?:[\\uFF1B;。，,\\n]|$)))',
  // Whom it may hide is somebody's own affair; what it leaves out of a reason is not.
  `${HIDDEN}(?=原因|理由|事由|条款|[年月日条天]|项(?!目)|个?工作日)|(?<=同意|推荐|核对)(?:${HIDDEN}|\\s{2,}(?=单位|为))`,
]
const NTH = '第[NnＮｎ][号次届年期回批项条版]'
const OF_AN_ITEM = `第(?:\\s+|${MARKED})[项条]`
const TEXT = [...ALWAYS, OF_AN_ITEM, NTH, HIDDEN]
const LINE = [
  ...ALWAYS,
  OF_AN_ITEM,
  NTH,
  // 3×3 is none.
  '(?<!\\d ?)[×✕]+|[×✕]+(?! ?\\d)',
  '(?<![A-Za-z])[xXｘＸ]{2,}(?![A-Za-z])|(?<=第|[〕\\])）])[xXｘＸ](?=[号次届年期])|[xXｘＸ](?=[县市区镇乡年月]$)',
  `(?<![${NUMERAL}])[○◯△●]{2,}|[*＊]{2,}|(?<=${HAN})[_＿](?=${HAN}|$)`,
  // A blank that was left: a line has one blank for several.
  `(?<=(?![${NUMERAL}])${HAN}) (?:年度?(?=${HAN}|$)|月 ?日|号$|次(?=常务|全体|专题|会议|扩大|办公)|届)`,
  `${OPEN}\\s*${CLOSE}|[〔[［]\\s*(?:19|20)\\d?${BLANK}[〕\\]］]`,
  // What is to stand there: （机关名称）, [年份].
  `^${OPEN}(?:${WHAT})+${CLOSE}$|${OPEN}(?:${HAN}{2,4}名称|${HAN}{0,4}(?:标题|文号|编号|姓名|网址)|年份|日期)${CLOSE}`,
  `[【[［<〈{｛](?:${WHAT})+[】\\]］>〉}｝]`,
  '(?<![A-Za-z\\d])[xXｘＸ×NnＮ](?=[届次])|某某(?:创建|示范|年度|活动|单位|会议|项目|工作|通知)',
  '^(?:https?|HTTPS?)[:：]?[/／]*(?:www[.．]?)?$|^www[.．]?$',
  '关于(?:\\s*|…+|\\.{3,}|—+)的?(?:通知|公告|公示|通报|意见|决定|批复|请示|报告|函)$',
  `(?:^|${OPEN})请?(?:在?此处?|在这里)?(?:输入|键入|填写|填入|填|选择)${HAN}{0,4}?(?:${WHAT})+(?=${CLOSE}|$)`,
  `请(?:在?此处?|在这里)?(?:输入|键入|填写|填入|选择)${HAN}{0,4}?(?:${WHAT})+(?=${CLOSE}|$)`,
  `(?:^|${OPEN}|${WHAT})(?:待|未)(?:定|补|补充|填|填写|确定|明确|发|发文|发布|公布|公开|刊登|张贴|编|编号)(?=${CLOSE}|$)`,
  `^(?:无|没有|暂无|暂未编|未编|未命名|新建)(?:${WHAT}|号|文档|文件|文件夹)?$`,
]
const [IN_LINE, IN_TEXT, IN_REASON, IN_OWN] = [LINE, TEXT, REASON, OWN].map((all) => new RegExp(all.join('|'), 'u'))

/** The blank that was not filled in, as it stands there. @param isLine a title, a number, an organ, a place */
export function unfilledIn(text: string, isLine: boolean): string | undefined {
  const [found] = (isLine ? IN_LINE : IN_TEXT)?.exec(text) ?? []
  return found
}

/** What is quoted, and titles; 《　》 is none. */
const QUOTED =
  /[“"「『][^“”"「」『』]*[”"」』]|[《〈](?!\s*[》〉]|(?:关于)?[×✕xXｘＸ_＿]{2})[^“”"「」『』《》〈〉]*[》〉]/gu
const OF_BLANKS =
  /缺(?=$|[\n，,。\uFF1B]|.?[号码数期额]|名称|年份)|漏(?![签盖报交传附装页])|[空填]|补[写号全]|未[写改编替注标]|没有?写|应[为是]|不是|改[为成]|写[为作成]|格式|留有|字样|替换/u
const CLAUSE = /[^，,。\uFF1B;！!？?\n]+/gu
/** What a reason says in its own words: a quoted blank, or one in a clause that says that it was left, is somebody else's. */
export const ownWords = (text: string): string =>
  text.replace(QUOTED, '').replace(CLAUSE, (clause) => (OF_BLANKS.test(clause) ? '' : clause))
/** The same where somebody says why. */
export const unfilledInReason = (text: string): string | undefined =>
  UNTICKED.test(text.replace(QUOTED, ''))
    ? '□'
    : (IN_REASON?.exec(ownWords(text)) ?? IN_OWN?.exec(text.replace(QUOTED, '')))?.[0]
