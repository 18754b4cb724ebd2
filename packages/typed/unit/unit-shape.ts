/** Whether a text is the name of a unit or an organ: read from end to end as places, subjects and bodies, with nothing left over. */
import { isNamedPlace, isPlaceForSure, isProvince, isSurePlace } from './places.ts'
import { BODIES, ENDS, INNER_ENDS, OF_A_NAME, OF_A_REGION, SUBJECTS, TOPS } from './words.ts'

/**
 * What is asked for. `beside`: in a bracket behind a member's name, where why somebody is missing may stand as well,
 * so that no name is taken that is not known. `unit`: of a roster, which is one unit and says which. `organ`: what
 * decides, also a meeting, or 市局 of whoever speaks.
 */
export type Asked = 'beside' | 'unit' | 'organ'

/**
 * How far it has been read. `bare`: 县, of no name; `place`: 泗县; `subject`, `inner`: 财政, to be ended, before any body or
 * in an office; `top`: a government, a committee, which has offices; `office`; `nation`: whatever has branches in places.
 */
type State = 'begin' | 'bare' | 'place' | 'subject' | 'inner' | 'top' | 'office' | 'nation'
const ENDED: ReadonlySet<State> = new Set<State>(['place', 'top', 'office', 'nation'])

/** The longest word, and the longest name: what is longer is refused for it, and would take long to read. */
const LONGEST = 18
const MOST = 80
const BARE = /^(?:[省市县区州旗盟]|苏木)$/u
const NATION = /^(?:中共|中国共产党|中国|中华人民共和国|中央|全国|国家)$/u
/** Towns, of which a name has one at most, and one is. In a city 上海 somebody may be just as well as be from there. */
const IS_LOCAL = /[镇乡]$|街道$|苏木$/u
const HAS_BRANCHES = /(?:总局|总署|公司|集团|银行|国家[\p{Script=Han}]{2,4}局)$/u
const AND = /^[和与及]$/u
/** 测试局, 示例镇: what fills a field on trial; 各乡镇, 某局, 本局, 有关单位: none in particular. */
const FILLS =
  /^(?:[\p{Script=Han}]{0,3}[省市县区])?(?:测试|试填|示例|样例|演示)|^[各某该每我]|^本[局办级部委院厅处所县市区镇乡]$|^本(?:单位|机关|级)|有关|相关|上述|^全部|^全体|^[县市省]直(?:机关|单位|部门)$|[×✕╳＊*○●□?？某]|等[\d一二三四五六七八九十]*[家个]/u
/** 撤销大庄镇, 牵头县民政局: what is to be done with a unit, or whether it is. 原 and 除 begin real names, 原墙镇 and 除险加固中心. */
export const OF_STATUS =
  /^(?:[（(【]?(?:拟|已|未|待|新|暂)?(?:撤销|撤并|删除|取消|停用|退出|新增|增加|新设|增设|改为|更名|拟设|待定|重复|未报|不含|不包[括含]|注销|废止|作废|停办|暂停|增补|添加|改名|曾用名|不参加|抄送|主送|备选|候选|牵头|负责|划入|划出|并入|合并|批准|同意|请示|没有|报送|上报|呈报|呈请|提请|转报|转发|经过|已报|参加)|[已未]创建)/u
/** 市局, 省厅: the one above, or one's own. */
const BARE_ORGAN = /^[省市县区州](?:局|厅|院|部)$|^(?:验收)?考核组$/u
const OWN_NAME = /^[\p{Script=Han}A-Za-z\d·.]{1,16}$/u
/** How long a name of its own may be. */
const LENGTHS = Array.from({ length: 17 }, (_, at) => at)
/** What is no part of a unit's own name: another unit, whoever leads one, what was done. */
const MORE =
  /局|厅|政府|委员会|人大|办公室|[、，。\uFF1B;,/]|[乡镇]和|领导|负责人|同意|批准|签[字发]|书记|[县市区乡镇局]长|主任|会议/u

const isOpen = (from: State): boolean => from === 'begin' || from === 'bare' || from === 'place' || from === 'nation'
const isBegun = (from: State): boolean => from === 'subject' || from === 'inner'
const endOf = (name: string): State =>
  HAS_BRANCHES.test(name) ? 'nation' : /委(?:员会)?$|府$|人大$|区$|国务院$/u.test(name) ? 'top' : 'office'

/** Where a piece leads from a state, for each of the kinds that it may be. @param name with all that was before it */
function stepsOf(from: State, piece: string, name: string, asked: Asked): readonly State[] {
  const isPlace = isProvince(piece) || (asked === 'beside' ? isPlaceForSure(piece) : isNamedPlace(piece))
  return [
    ...((from === 'begin' && BARE.test(piece)) || ((from === 'begin' || from === 'bare') && NATION.test(piece))
      ? (['bare'] as const)
      : []),
    ...(isOpen(from) &&
    from !== 'bare' &&
    isPlace &&
    !(IS_LOCAL.test(piece) && IS_LOCAL.test(name.slice(0, -piece.length)))
      ? (['place'] as const)
      : []),
    ...(SUBJECTS.has(piece) ? ([from === 'office' || from === 'inner' ? 'inner' : 'subject'] as const) : []),
    ...(isBegun(from) && AND.test(piece) ? [from] : []),
    ...(from === 'subject' && (ENDS.has(piece) || (piece === '组' && asked === 'organ')) ? [endOf(name)] : []),
    ...((isBegun(from) || from === 'office') && INNER_ENDS.has(piece) ? (['office'] as const) : []),
    ...((isOpen(from) || from === 'top') && TOPS.has(piece) && (from !== 'begin' || asked !== 'unit')
      ? (['top'] as const)
      : []),
    ...((isOpen(from) || from === 'top') && BODIES.has(piece) ? [endOf(name)] : []),
  ]
}

/** 石龙湖湿地公园管理处; 县茶叶局: a name of its own, which nobody knows beforehand, and what it ends in. */
const endsItself = (from: State, rest: string, asked: Asked): boolean =>
  rest.length < LENGTHS.length + LONGEST &&
  LENGTHS.some(
    (at) =>
      at < rest.length &&
      at > (from === 'begin' ? 1 : 0) &&
      (OF_A_NAME.has(rest.slice(at)) ||
        (isOpen(from) &&
          from !== 'begin' &&
          (OF_A_REGION.has(rest.slice(at)) || (asked === 'unit' && rest.slice(at) === '办')))) &&
      OWN_NAME.test(rest.slice(0, at)) &&
      !MORE.test(rest.slice(0, at)),
  )

/** 墩集国土资源所, 县财政局墩集财政所: a town's short name, and what a county's office has there. */
const isOfTown = (from: State, rest: string): boolean =>
  (isOpen(from) || from === 'office') &&
  rest.length <= LONGEST &&
  /[所站队庭]$/u.test(rest) &&
  [2, 3, 4].some((at) => {
    const own = rest.slice(0, at)
    return OWN_NAME.test(own) && !MORE.test(own) && readAs(rest.slice(at), 'unit', true).has('office')
  })

/**
 * Every way in which a name can be read, piece by piece; the states in which it may have ended.
 * @param withoutOwn without any name of its own in it
 */
function readAs(name: string, asked: Asked, withoutOwn = false): ReadonlySet<State> {
  const found = Array.from({ length: name.length + 1 }, () => new Set<State>())
  found[0]?.add('begin')
  for (const [at, states] of found.entries())
    for (const from of states) {
      const rest = name.slice(at)
      const ends =
        !withoutOwn &&
        rest !== '' &&
        ((asked !== 'beside' && from !== 'subject' && endsItself(from, rest, asked)) ||
          (asked === 'unit' && isOfTown(from, rest)))
      if (ends) found[name.length]?.add('office')
      for (let to = at + 1; to <= Math.min(at + LONGEST, name.length); to++)
        for (const state of stepsOf(from, name.slice(at, to), name.slice(0, to), asked)) found[to]?.add(state)
    }
  return found[name.length] ?? new Set()
}
const isRead = (name: string, asked: Asked): boolean =>
  name.length > 1 &&
  [...readAs(name, asked)].some(
    (state) => ENDED.has(state) && (state !== 'place' || asked !== 'beside' || IS_LOCAL.test(name)),
  )

/** （执法大队）, （原大庄乡）: which part of it, or how it was called. */
const BRACKET = /（([^（）]{1,30})）/gu
const isPart = (note: string): boolean =>
  /^[原筹]$|^(?:原|挂牌|简称)?[馆局院所站室队]$|片区$|^[\p{Script=Han}]{1,6}[部科股队站所室]$|^[一二三四五六七八九十]+分局$/u.test(
    note,
  ) || isRead(note.replace(/^(?:原|又称|简称)|^挂(?=.+牌$)|(?<=^挂.+)牌$/gu, ''), 'unit')

/** Under what other name an office stands at its door: 县发改委（粮储局、能源局）, 县烟草专卖局（分公司）. */
const isSign = (note: string): boolean =>
  /^[\p{Script=Han}]{2,10}(?:局|委|办|办公室|中心|大队|公司)$|^分公司$/u.test(note) &&
  !OF_STATUS.test(note) &&
  !FILLS.test(note)
/** 县自然资源局大柳所, 县税务局稽查局, 河道管理局泗县管理所: what an office has, in a place or for a subject of its own. */
const BRANCH =
  /^(.+[局委院社])(?:([\p{Script=Han}]{2,3})(?:中心)?[所站队]|(?:第?[一二三四五六七八九十])?稽查[局队]|(.{2,12}?)(?:管理[所处站段局]|监管组|工作站|分局))$/u
function isBranch(name: string): boolean {
  const [, office = '', own = '', place = ''] = BRANCH.exec(name) ?? []
  return (
    office !== '' &&
    isRead(office, 'unit') &&
    !MORE.test(own) &&
    !OF_STATUS.test(own) &&
    (place === '' || isNamedPlace(place))
  )
}

/** A meeting decides as well: 县政府第38次常务会议, 县长办公会, 十七届三次全会. */
const MEETING =
  /^(.*?)(?:(?:19|20)\d\d年(?:度)?)?(?:[\d一二三四五六七八九十百]+届)?(?:第?[\d一二三四五六七八九十百]+次)?(?:(?:常委会|党组会|常务|办公|常委|全委|全体|党组|党委|专题|主任|主席|书记|[省市县区州乡镇局]长|联席|扩大|班子|党政|委员|代表|成员|工作|领导|[局办委院处校厅]务)+扩?大?(?:会议|会)|全会|(?<=次)会议)$/u
/** 县人民代表大会第二次会议, 县委常委会第45次会议, 领导小组会议: of a body that is named to its end. */
const OF_BODY =
  /^(.+?)(人民代表大会(?:常务委员会)?|人大常委会|委员会|常委会|领导小组|工作组|组|委)?(?:第?[\d一二三四五六七八九十百]+次)?会议$/u

/** Whether it is a unit's or an organ's name, as far as the shape of names can say. @param name as it is kept */
export function isUnitName(name: string, asked: Asked): boolean {
  if (name.length > MOST || FILLS.test(name)) return false
  if (asked === 'beside') return isWorkplace(name)
  if (OF_STATUS.test(name)) return false
  const set = name.replace(/[〔【[［]/gu, '（').replace(/[〕】\]］]/gu, '）')
  const notes = [...set.matchAll(BRACKET)].map(([, note = '']) => note)
  const bare = set.replace(BRACKET, '')
  if (asked === 'unit')
    return (
      notes.every((note) => isPart(note) || SUBJECTS.has(note) || note.split('、').every(isSign)) &&
      (isOneOffice(bare.split(/[、/]/u)) || isBranch(bare)) &&
      !/^街道/u.test(bare)
    )
  return (
    bare.split(/[、，,]/u).every(isOrgan) &&
    notes.every((note) => isPart(note) || isOrgan(note) || /^(?:电话：?)?\d[\d-]{5,}$/u.test(note))
  )
}
/** 县住建局/人防办; 县委、县政府信访局: offices that work as one. Whoever is of a county again is another one: 县财政局、县司法局. */
const isOneOffice = ([first = '', ...others]: readonly string[]): boolean =>
  isRead(first, others.length === 0 ? 'unit' : 'organ') &&
  others.every(
    (name) => isRead(name, 'unit') && (/委$/u.test(first) || !/^[\p{Script=Han}]{0,4}[省市县区乡镇]/u.test(name)),
  )
/** Where somebody goes or is sent as well as works, which the name does not tell apart; and what one belongs to for a while. */
const GONE_TO =
  /医院$|保健院$|幼儿园$|学校$|校$|看守所|培训|进修|考试|会议|中央|[组队]$(?<!大队|中队|支队|总队|调查队)|专班$|值班/u
/** 大庄小学, 大庄村委会. */
const OF_A_VILLAGE = /^(.+?)(?:(?:中心)?小学|社区|村|村委会|居委会|村民委员会|社区居委会|派出所|司法所|税务所)$/u
function isWorkplace(name: string): boolean {
  const [, own = ''] = OF_A_VILLAGE.exec(name) ?? []
  return (isSurePlace(own) || isRead(name, 'beside')) && !GONE_TO.test(name)
}
function isOrgan(typed: string): boolean {
  // 县第十八届人民政府, 党委（扩大）会议: the same body.
  const name = typed.replace(/第?[\d一二三四五六七八九十百]+届/u, '').replace('（扩大）', '扩大')
  if (BARE_ORGAN.test(name) || isRead(name, 'organ')) return true
  const [, before] = MEETING.exec(name) ?? []
  if (before !== undefined) return before === '' || BARE.test(before) || isOrgan(before)
  const [, place = '', body = ''] = OF_BODY.exec(name) ?? []
  if (body !== '') return isRead(`${place}${body}`, 'organ')
  // 县委县政府.
  const [, party = '', government = ''] = /^(.+委)(.+政府.*)$/u.exec(name) ?? []
  return party !== '' && isRead(party, 'organ') && isRead(government, 'organ')
}
