/** Names of places, by how they end: 泗县, 大庄镇, 国防路街道, 关岭布依族苗族自治县. */
import { PROVINCES, SHORT_COUNTIES } from './words.ts'

const HAN = '[\\p{Script=Han}]'
const NAMED = new RegExp(
  `^(${HAN}{1,12}?)(省|特别行政区|(?:自治|林|特|新|矿|地)?区|市|自治州|州|盟|(?:自治)?[县旗]|镇|(?:民族|[\\p{Script=Han}]族)?乡|街道|苏木)$`,
  'u',
)
/** 各乡镇, 某县; 全 and 本 begin names: 全椒, 本溪. */
const NONE_IN_PARTICULAR =
  /^(?:[各某该每我]|有关|相关|上级|下级|部分|所有|其[他它余]|驻[省市县]|县直|全[县市])|^[乡镇区县市省州村街]$|乡镇|县市|市县|县区|局|厅|政府|委员会|部门|单位|.[镇乡]..|[×✕XxＸｘ*＊○〇●]/u
/** No place is called so: 提请县政府, 报经市委. */
const ENDS_NO_PLACE =
  /(?<!^(?:井|荥|刚|古))[交送入请报经由批转呈议签询问给把被让将向从到去往赴离返的了过是在与并直属该某我研访察督检调借派住做办带陪迎帮扶援]$/u
/** 经泗县, 在泗县. */
const TOWARDS = /^[在去赴到往回由经报请呈送被对为向从住驻]/u
const isPlaceBut = (text: string): boolean => {
  const [, own = '', kind = ''] = NAMED.exec(text) ?? []
  if (own === '' || NONE_IN_PARTICULAR.test(own)) return false
  if (!/[镇乡道木]$/u.test(kind) && ENDS_NO_PLACE.test(own)) return false
  if (kind === '县' && SHORT_COUNTIES.has(own.slice(-1))) return own.length !== 2 || !TOWARDS.test(own)
  if (own.length === 1 && kind.endsWith('县')) return false
  if (kind === '省') return isProvince(own)
  return own.length > 1 || /[镇乡区市木]/u.test(kind)
}
export const isNamedPlace = (text: string): boolean => isPlaceBut(text)
export const isProvince = (text: string): boolean => PROVINCES.has(text.replace(/[省市]$/u, ''))

/** What ends most names of counties and towns, and no word for going somewhere or doing something. */
const ENDS = new Set(
  '山城州阳安江河宁南平川水东湖溪源昌口西海台陵中化林北德丰新泉关原门定园龙华田港和庆桥泽远清邑理兰明云乐津武浦峰义池岭阴塔塘康子仁潭春滨集亭曲楼湾岗洲沙寿店坪荣沁里吉谷石汉克树利泰坝孜斯沟青野玉寨胜白洪花边凤苏通靖罗滩金岛庄密祥坡陆锦洛黄宝辽余井坊美风堰善岩流梁福峡壁方宾雅波扎章唐黎漳鹿府汾榆锋翠辉霞沂皋杭嘉乌尾饶莱郑封柏蔡湘仙禾永莞桂竹潼渡渠益翔固堡浪渭依辰润尧晋宫苑礼滦骅绛襄洞芬圣伟满宇彦基裕冠淮邺汪坛墅庐浔暨泗环沚望官琊椒璧狮霄汀谱栗犹芜淄罘莲沭葛颍舆陂悟梦滋穴桃麓淞晖澧凰珠坎彩圩梧绵宣棠崖蔺苍蓥棉梓雍穗巩麟茂腊荔涧浮汶路村站沿营厂埠墩屯头铺畈冲窝旺湓冈市镇集圩坞'.match(
    /./gu,
  ),
)
/** Whoever is away is said to be so by one of these before a place: 在泗城镇, 回城关镇. */
const GOING =
  /^[在去赴到往回返进出入住驻送迎陪随替离留赶请调借挂转跑探看办值带访查帮包因有未没不被已缺参游休补抵奔逛躲守督赠退迁移暂临]/u
export const isSurePlace = (own: string): boolean => own.length === 2 && !GOING.test(own) && ENDS.has(own.slice(-1))
/** A place that is taken for one where a reason may stand: two characters and what it is. */
export const isPlaceForSure = (text: string): boolean => {
  const [, own = '', kind = ''] = NAMED.exec(text) ?? []
  if (kind === '县' && own.length === 1) return SHORT_COUNTIES.has(own)
  if (kind === '省') return isProvince(own)
  return kind !== '' && isSurePlace(own) && !(kind === '县' && SHORT_COUNTIES.has(own.slice(-1))) && isPlaceBut(text)
}
