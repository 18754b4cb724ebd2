/**
 * Radicals that look like characters: what a PDF or a scan's text layer holds in their place, ⻓ for 长. The Kangxi
 * radicals have a compatibility mapping, those of the supplement have none; theirs are Unicode's Equivalent_Unified_Ideograph.
 */
const RADICALS = [
  ...'⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺'.concat(
    '⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
  ),
]
const CHARACTERS = [
  ...'厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爬丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀'.concat(
    '聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
  ),
]
const CHARACTER_OF: ReadonlyMap<string, string> = new Map(
  RADICALS.map((radical, i) => [radical, CHARACTERS[i] ?? radical]),
)

/** The text with each character written in the one way: NFC, which takes compatibility ideographs too, and no radicals. */
export const unified = (text: string): string =>
  text.normalize('NFC').replace(/[\u2E80-\u2FDF]/g, (one) => CHARACTER_OF.get(one) ?? one.normalize('NFKC'))
