/** Blanks of a template that nobody filled in, inside a text: 〔2018〕　号, 第　次, ____年, 关于××的通知, 请输入标题. */
import { OFTEN } from '../surnames.ts'
import { LIST_MARK } from './list-marks.ts'

const HAN = '[\\p{Script=Han}]'
/** What stands in a blank: nothing, or marks for it. */
const X = '×xX'
const BLANK = `[\\s${X}_○△□*…]*`
const SOME = BLANK.replace(/\*$/, '+')
const MARKED = SOME.replace('\\s', '')
const NUMERAL = '\\d〇○零一二三四五六七八九十百'
const WHAT = '标题|题目|名称|文号|编号|内容|机关|单位|日期|时间|地点|位置|姓名|会议|正文|文字|次数|年份|年度|网址|链接'
const OPEN = '[(【〔[<〈《{]'
const CLOSE = '[)】〕\\]>〉》}]'
/** Two blanks, or one as wide as a character: nobody sets them between two characters of a sentence but for what is to stand there. */
const WIDE = '(?:[^\\S\\n]{2,}|[\\u3000\\t])'
/** Of no innocent use; 请在（ ）内打勾 speaks of them. */
const EMPTY = `${OPEN}\\s*${CLOSE}(?![内中里])|[“「『]\\s*[”」』]`
const YEAR = `(?<![${NUMERAL}])(?:20|二[〇○零])`
/** 日 of a date, and no word: 6月 日常工作. */
const DAY_ALONE = '日(?!\\s*(?:常(?![务委])|[志程期均益用]|报(?![送到名请经告])|记(?![录入者])))'

/** Wherever it stands, also where somebody says why: nobody writes so of anything. */
const ALWAYS = [
  // What Word itself puts where something is to be typed.
  '(?:单击|轻点)(?:或(?:点击|单击))?(?:此处)?以?(?:输入|键入|添加)(?:文字|文本|日期|标题|内容)?|[点双]击此处添加[^,。;\\n]{2}(?=$|[\\n,。;])|(?<=:\\s*)请选择(?:一[项个](?:选项)?)?(?=$|[\\n,。;])',
  `${OPEN}(?:19|20)\\d{2}${CLOSE}第?(?:${BLANK}|[^\\p{L}\\p{N}]*)号`,
  `(?:19|20)[\\d${X}_○*]?${MARKED}(?=\\s*[年〕\\]])`,
  // 20  年度, 202 年度, 二〇  年度; 近20 年 is how long.
  `${YEAR}(?:[1-9一二三四五六七八九]\\s+年|${WIDE}年| 年(?=[度第公常会]|\\s*[月\\d]))`,
  EMPTY,
  '第[-—#.]+[号次届年期回批项条版]',
  `〔(?:(?:19|20)\\d?)?${BLANK}〕|第(?:\\s+|${MARKED})[号次届年期季回批版](?!${HAN}*第)|第(?:号|次|届)(?=常务|会议|全体|专题|$)`,
  '_{2,}(?![A-Za-z0-9])',
  // 2018年　月　日; 出生年月日 are words.
  `(?:\\d年${BLANK}|年${SOME})月${BLANK}日`,
  // 6月 日召开, 6月×日, 会议 月 日, 2018年 月收到, 于 月15日, ×月.
  `[${NUMERAL}]\\s?月${BLANK}${DAY_ALONE}|[至到]\\s+${DAY_ALONE}|(?<![${NUMERAL}每本当上下该个两\\s])\\s+月\\s+${DAY_ALONE}|\\d年\\s+月(?![度报均考])`,
  `(?:\\s{2,}|\u3000|[于在至到年] )(?:月\\d{1,2}日|年\\d{1,2}月)|(?<![A-Za-z×])[${X}]+月(?=[\\d×xX日底初末])`,
]
const STOP = '[\\n,。;]'
/** Where a number, a name or a reason would stand between its words. */
const ENDS = '(?=$|[\\s,、。;)起内以])'
/** 王××, 皖F×××, ××建材公司: who shall not be named. */
const HIDDEN = `(?<![${OFTEN}A-Za-z\\d×*某])(?:×{2,}|[xX]{2,}(?![A-Za-z\\d]))`
/** By when, how many, which of these: nobody quotes these, and whoever speaks of somebody's blanks has no such own. */
const DAY = `[\\d${X}_○]{0,4}\\s*`
/** What is counted by a number before it. */
const NUMBERED = '(?:万?[元票]|[分份件个处项页天]|个?工作日)'
const UNIT = `(?:${NUMBERED}|[年月日人户次宗条%‰])${ENDS}`
/** 收到通知后  日内, 限 个工作日内. */
const PERIOD = `(?<=(?![${NUMERAL}])${HAN}|${STOP})(?:[^\\S\\n]+|${MARKED}|${OPEN}\\s*${CLOSE})[^\\S\\n]*(?:个工作日|个?(?:工作)?[日天]之?以?内)(?!瓦)|(?<=[于在限])(?:\\s+|${MARKED})[日天]之?以?前`
const LATER = '(?:推迟|顺延|延[期长])[到至]?'
const OWN = [
  `[于在限至到前请]\\s*(?:${DAY}年)?(?=[^日]{0,9}[${X}_○\\s])${DAY}月${DAY}日(?:之?以?前|内|止)`,
  `[于在](?:${MARKED}|\\.{3,}|\\s{2,})(?:[号日]|月底)?之?以?前(?=[补报提送完整改交来重])`,
  `[于在]\\s+(?:[号日]|月底)(?:之?以?前|内)`,
  PERIOD,
  `[缺差少](?:\\s+|[_×]+)(?:[份件个处]|等?材料)`,
  '因\\s+(?:而|原因)|(?:[因于缺]|存在|[根依]据|[按依]照)(?:…|\\.{3,}|。{3,})',
  // How much, when and whom, of what is still to be said.
  `(?<=(?![${NUMERAL}两几多各每该本此])${HAN}|[:(])(?:[^\\S\\n]+|[_×]+)${NUMBERED}(?![^\\S\\n])${ENDS}`,
  `(?:改[为到至在]|调整为|定于|${LATER}|延[到至])[^\\S\\n]*(?:${DAY}年)?(?:\\s+|\\s*${MARKED}\\s*)(?:[月日天]|个?工作日)`,
  `${LATER}(?:\\s+|${MARKED})[个年周]|联系[${X}]{2,}`,
  `(?<=^|:|${STOP})[${X}…]{2,}(?=$|${STOP})`,
  `${OPEN}\\s*(?:具体|核查|有关|(?<=(?:${HAN}|[,。])${OPEN}\\s*))(?:内容|事由|情况|原因|理由)\\s*${CLOSE}(?![栏列项])`,
  `(?<=${HAN}|:)${OPEN}请?(?:在此)?(?:填写|写明|注明|输入|填入)${HAN}{0,8}${CLOSE}|(?<=^|[,。:;])${OPEN}请?(?:填写|[写注列说]明)${HAN}{0,4}(?:原因|[理事]由|依据|内容|情况|问题|条件)${CLOSE}`,
  // A blank that was taken out: 限日内, 于年月日前; 日前 alone is a word, and 精确到年月日 says how.
  '(?<=[限于在]|通知后|收到后|之日起|收到[本该]?通知)(?:个工作)?日内(?!瓦)|请[于在](?:年?月日?|日)前(?=$|[补报提送完整改交来重,。;\\n])|期限为(?:个工作)?日(?=$|[\\n,。;])|(?<=^|[\\n,。;])(?:第[项条](?=[不未])|共[份件](?=材料))|(?<=(?<![关由对])于|自|(?:延[期长]|推迟|顺延)[至到])年?月(?:日(?!一?[处栏])|(?=[起被]))|在年?月日(?=之?以?[前内])',
  ',[^\\S\\n]*,',
  // To nobody: 尊敬的    ：, and behind blanks 局： or 同志：.
  `(?<=^|\\n)\\s*(?:尊敬的)?\\s*[${X}_○]*(?:[局镇乡]|单位|[镇乡]人民政府|同志|先生|女士)?\\s*:`,
  `(?<=^|\\n)\\s*(?:[${X}_○*]{2,}|某某)${HAN}{0,6}(?:[局镇乡]|街道|办事处|委员会|人民政府|单位)\\s*:|(?<=^|\\n|尊敬的)先生/女士\\s*:`,
  // What leads on to something, and is all there is.
  `^现?经[^,。:;\\n]{1,20}[,:]\\s*(?:[该本你贵反映的]*(?:单位|[局镇乡]|异议|问题|情况|决定|认为))?[,。:\\s]*$`,
]
/** □材料不全 □未盖章, 属实□/不属实□, [ ]材料不全 [ ]未盖章, of which none is ticked. */
const BOX = `(?:[□☐]|(?!《)${OPEN}\\s+${CLOSE})`
/** ○同意 ○退回 in one line; below one another they are signs of a list. */
const RING = `(?<!○|${HAN})[○〇]\\s*${HAN}`
const TO_TICK = new RegExp(`${BOX}(?:(?!${HAN}).)*${HAN}.*${BOX}|${RING}[^\\n]*${RING}`, 'su')
/** □材料不齐, and below it □签字缺失: signs of a list as well, where none is what is chosen. */
const BOXED_LINES = /^(?:[□☐](?!\s*(?:不|部分)?(?:同意|属实|通过|合格|其[他它]))[^\n□☐]+(?:\n|$)){2,}$/u
const TICKED = /[■☑✓✔√☒▣●◉⊙]|[[(]\s*[xX×]\s*[\])]/u
const IN_BRACKETS = /[[(]\s*[✓✔√xX×]\s*[\])]/u
/** What wants to be told of what, and whoever may be hidden behind it. */
const WANTS = '[因于缺差少供交就受]|[虑受]到|补.|说明|存在|符合|具备|[未应须]按|针对|拨打|附[件表]|指标'
const PARTY = `${HAN}{0,6}(?:公司|企业|[社小园]区|学校|[小中]学|医院|银行)|${HAN}{0,2}[厂店村镇乡路]|[一等诉]|同志|先生|女士|反映|举报|投诉`
/** 《××办法》; 《××公司处罚决定书》 hides whose it is. */
const LAW = `《(?:关于)?${MARKED}(?:[管理实施]*(?:办?法|条例|规定|细则))?》`
/** 第N次催告 is a reason. */
const REASON = [
  ...ALWAYS,
  // 缺少    佐证材料, 得  分; 联系人    电话： is a column, and 同　意 is set so by everybody.
  `(?:(?![同不])${HAN}|[“《]|(?<=(?![件表图])${HAN}[\\d.]*)\\d)${WIDE}(?:(?!${HAN}{2,8}:)(?:${HAN}|“)|(?=[、,。;)]))|[:),。;]${WIDE}(?=[、,。;])|:${WIDE}(?=${HAN}{1,6}:)`,
  // What was to be struck out.
  `(${HAN}{1,4})(?:[/|][不未]予?\\1(?!人?数)|[)】]?[(【](?:部分\\1[、,])?[不未]予?\\1[)】])|(?<!选)[有是](?:/[无否](?!则|均|一?栏)|\\([无否]\\))|\\([不未]\\)|予以?[/(]不予`,
  // 属实、不属实, A.属实 B.不属实; 通过/退回 as all that a clause says.
  `(?<!${HAN})(?![${NUMERAL}])(?<of>${HAN}{0,3}?)(?<one>${HAN}{2,4})(?:[、/|]|\\s*(?:(?:[B-D②2]|\\(2\\))[.、]?)?\\s*)\\k<of>[不未]予?\\k<one>(?!${HAN})`,
  `(?<=^|[论果见议定]:|${STOP})(?:${HAN}{2}[/|]${HAN}{2}|${HAN}{3}[/|]${HAN}{3})(?=$|[/|]|${STOP}(?![均两缺]))|^[○〇]\\s*${HAN}{1,6}$`,
  // 延期至（日期）, 由（单位）负责.
  `(?<=[于在至到由按照据以与向因将为《])\\(${HAN}{0,4}(?:日期|时间|地点|单位|部门|机关|文件名?|名称|姓名|文号|金额|数量)\\)(?![栏列项])`,
  // 第X项 is whichever it may be, and 次第, 等第 are words.
  `第(?:[×_○△*…?]+|[${X}]{2,})[项条款页号次期]|第[${X}]页|(?<![次等及门])第(?:\\s+(?![${NUMERAL}甲乙])(?=${HAN}|${STOP})|[${X}]+(?=[季名]|$|${STOP}))`,
  // 持证率  %, 罚款XX元, 同意X票, 走访X户群众, XX号文件.
  `(?<=${HAN}|[:(])[^\\S\\n]+(?:[%‰]|万?元(?!旦))|[为占达]%`,
  `(?<![第${OFTEN}A-Za-z${NUMERAL}×某])(?:[${X}]|(?<=${HAN}[*○]*)[*○N]){1,9}(?:[份次季件页%‰]|(?<!${HAN}○)万?元(?!旦)|票(?!据)|个(?!体)|处(?![罚理长分置])|分(?!(?![低高未])${HAN})|条(?![例形])|项(?!目)|[天日人名户家号](?=$|${STOP}|[未没无内前后群企执文]))`,
  // 因XXX退回, 缺少XX证明, 附件XX; ××公司 is who shall not be named.
  `(?<=${WANTS})(?:[×*]{2,}|[xX]{2,}(?![A-Za-z\\d]))(?!${PARTY}|[${X}])`,
  // 根据××文件; of whose complaint it was nobody need say.
  `(?:[根依]据|[依按参]照|违反了?)[${X}]{2,}(?!${HAN}{0,4}(?:反映|举报|投诉|申[请诉]))|[与向找由经请报][${X}]+(?=同志|会议|[县市区局]|单位|部门|联系|反映|负责)`,
  // 编号为 的案卷.
  '[为是]\\s(?:的(?![确士])|等(?![级待候次]))',
  `(?<=缺少?|补充|提[供交]|符合|违反)${OPEN}${HAN}{2,4}名称${CLOSE}(?!一?[栏列项])`,
  `${OPEN}姓名${CLOSE}(?=[您你]好|同志|先生|女士|:)`,
  `${OPEN}(?:${HAN}{2})?单位[名全]称${CLOSE}(?![栏处列项])`,
  `[{<]${HAN}{0,4}(?:${WHAT})${HAN}{0,2}[}>]`,
  LAW,
  // What says that there is no reason, and what counts reasons without one.
  `(?<!其[他它])[理原事][由因]:\\s*(?:暂?无|没有|略)(?!${HAN})|一是(?=[\\s;。,]*(?:二是|$))|[二三四五]是(?=\\s*(?:[;。]|$))`,
  // 1.  ; 2.未公示 has a number with nothing behind it, and so have its line, its clause and a list that is all numbers.
  `(?<![\\d.\\p{Script=Han}])${LIST_MARK}[\\s;。…]+(?=${LIST_MARK})|(?<=^\\s*|[\\n;。]\\s*)${LIST_MARK}[\\s…]*(?=[;。,\\n]|$)|(?<=^|[\\n:;。,])\\s*(?:${LIST_MARK}\\s*){2,}(?=\\n|$)`,
  // Whom it may hide is somebody's own affair; what it leaves out of a reason is not.
  `${HIDDEN}(?=原因|理由|事由|条款|[年月日条天]|项(?!目)|个?工作日)|(?<=同意|推荐|核对)${HIDDEN}`,
]
const NTH = '第[Nn][号次届年期回批项条版]'
const OF_AN_ITEM = `第(?:\\s+|${MARKED})[项条]`
const TEXT = [...ALWAYS, PERIOD, OF_AN_ITEM, NTH, HIDDEN]
const LINE = [
  ...ALWAYS,
  OF_AN_ITEM,
  NTH,
  // 3×3 is none.
  '(?<!\\d ?)×+|×+(?! ?\\d)',
  '(?<![A-Za-z])[xX]{2,}(?![A-Za-z])|[xX](?=[县市区镇乡年月]$)',
  `(?<![${NUMERAL}])[○△●]{2,}|\\*{2,}|(?<=${HAN})_(?=${HAN}|$)`,
  // A blank that was left: a line has one blank for several.
  `(?<=(?![${NUMERAL}])${HAN}) (?:年度?(?=${HAN}|$)|月 ?日|号$|次(?=常务|全体|专题|会议|扩大|办公)|届|个(?=单位|乡镇)|等 ?个?单位)`,
  `[〔[]\\s*(?:19|20)\\d?${BLANK}[〕\\]]`,
  // What is to stand there: （机关名称）, [年份].
  `^${OPEN}(?:${WHAT})+${CLOSE}$|${OPEN}(?:${HAN}{2,4}名称|${HAN}{0,4}(?:标题|文号|编号|姓名|网址)|年份|日期)${CLOSE}`,
  `[【[<〈{](?:${WHAT})+[】\\]>〉}]`,
  '(?<![A-Za-z\\d])[xX×Nn](?=[届次])|某某(?:创建|示范|年度|活动|单位|会议|项目|工作|通知)',
  '^(?:https?|HTTPS?):?/*(?:www[.]?)?$|^www[.]?$',
  '关于(?:\\s*|…+|\\.{3,}|—+)的?(?:通知|公告|公示|通报|意见|决定|批复|请示|报告|函)$',
  `(?:^|请|${OPEN})请?(?:在?此处?|在这里)?(?:[输键]入|填[写入]?|选择)${HAN}{0,4}?(?:${WHAT})+(?=${CLOSE}|$)`,
  `(?:^|${OPEN}|${WHAT})(?:待|未)(?:[确明]?[定确]|补充?|填写?|发[文布]?|公[布开]|刊登|张贴|编号?)(?=${CLOSE}|$)`,
  `^(?:无|没有|暂无|暂未编|未编|未命名|新建)(?:${WHAT}|号|文档|文件|文件夹)?$`,
]
const [IN_LINE, IN_TEXT, IN_REASON, IN_OWN] = [LINE, TEXT, REASON, OWN].map((all) => new RegExp(all.join('|'), 'u'))
const [EMPTIES, BLANKS] = [new RegExp(EMPTY, 'gu'), new RegExp(WIDE, 'gu')]
/** What parts columns; a unit behind it lacks its number. */
const GAPS = new RegExp(`${WIDE}(?![^\\S\\n]*${UNIT})`, 'gu')

/** 口 for □, as keyboards have no other: where a word begins with it, or behind one that is chosen; 口径 and 口头 are words. */
const TYPED_BOX =
  /(?:(?<![\p{Script=Han}])|(?<=同意|属实|通过|推荐|合格|[是有]))[口囗](?![径头岸号粮述供罩腔碑令袋子音语感味才气])(?=\s*[\p{Script=Han}])/gu
const withBoxes = (text: string): string =>
  (text.match(TYPED_BOX)?.length ?? 0) > 1 ? text.replace(TYPED_BOX, '□') : text
/** One form of each mark, in as many characters. */
const half = (text: string): string =>
  withBoxes(text).replace(/[！-～✕◯]/gu, (one) =>
    one === '✕' ? '×' : one === '◯' ? '○' : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  )
/** Where one pair of brackets has a tick, those without one were read. */
const withoutUnticked = (text: string): string =>
  IN_BRACKETS.test(text) ? text.replace(EMPTIES, ({ length }) => '√'.repeat(length)) : text
/** What a pattern finds in it, as it stands there. */
function foundIn(text: string, pattern: RegExp | undefined): string | undefined {
  const found = pattern?.exec(withoutUnticked(half(text)))
  return found ? text.slice(found.index, found.index + found[0].length) : undefined
}

/** The blank that was not filled in, as it stands there. @param isLine a title, a number, an organ, a place */
export const unfilledIn = (text: string, isLine: boolean): string | undefined =>
  foundIn(text, isLine ? IN_LINE : IN_TEXT)

/** What is quoted, and titles; 《　》 and “　” are none. */
const QUOTED =
  /(?![“「『](?:\s*[”」』]|(?:[^\S\n]{2,}|[\u3000\t])[\p{Script=Han}]))[“"「『][^“”"「」『』]*[”"」』]|[《〈](?!\s*[》〉]|(?:关于)?[×✕xXｘＸ_＿]{2}|[^《》〈〉]*(?:[^\S\n]{2,}|[\u3000\t])[\p{Script=Han}])[^“”"「」『』《》〈〉]*[》〉]/gu
/** Something stands there, whatever it is. */
export const withoutQuoted = (text: string): string => text.replace(QUOTED, '“')
const OF_BLANKS =
  /缺(?=$|[\n，,。\uFF1B]|.?[号码数期额]|名称|年份)|漏(?![签盖报交传附装页])|[空填]|补[写号全]|未[写改编替注标勾]|没有?[写勾]|应[为是]|不是|改[为成]|写[为作成]|格式|留有|字样|替换/u
const CLAUSE = /[^，,。\uFF1B;！!？?\n]+/gu
/** What a reason says in its own words: a quoted blank, or one in a clause that says that it was left, is somebody else's. */
export const ownWords = (text: string): string =>
  withoutQuoted(text).replace(CLAUSE, (clause) => (OF_BLANKS.test(clause) ? '' : clause))
/**
 * Which lines go on below one another: with as many columns, or with one that begins at the same place below a first that
 * begins alike; two that say the same before their last column lack the same in it. A sentence has none.
 */
function columnsIn(line: string) {
  const gaps = /[，,。\uFF1B;]/.test(line) ? [] : [...line.matchAll(BLANKS)]
  const { 0: gap = '', index = 0 } = gaps.at(-1) ?? {}
  const head = line.slice(0, index).replace(/[^\p{Script=Han}]/gu, '')
  return { line, head, columns: gaps.length > 1 || gap === '\t' ? gaps.length : `${head[0]}${index + gap.length}` }
}
function withoutColumns(text: string): string {
  const lines = text.split('\n').map(columnsIn)
  return lines
    .map(({ line, columns, head }) =>
      lines.some((one) => one.columns === columns && one.head !== head) ? line.replace(GAPS, ' ') : line,
    )
    .join('\n')
}
const SPACED = /(?<=[\p{Script=Han}])[^\S\n]*([×✕xXｘＸ*＊]{2,})[^\S\n]*(?=[\p{Script=Han}])/gu
/** What is to be told of a blank. @param of as it stands there */
export const whyLeft = (of: string): string =>
  `中的“${of}”没有填好；请改成实际内容${/\s\s|[\t\u3000]/.test(of) ? '，不是留空的去掉空格' : ''}`
/** The blank of its own that a reason has. */
export function blankInReason(typed: string): string | undefined {
  // 因 XX 退回.
  const text = withoutColumns(typed.replace(SPACED, '$1'))
  const said = withoutQuoted(text)
  const isToTick = !TICKED.test(half(said)) && !BOXED_LINES.test(said) && TO_TICK.test(half(said))
  return isToTick ? '□' : (foundIn(ownWords(text), IN_REASON) ?? foundIn(said, IN_OWN))
}
