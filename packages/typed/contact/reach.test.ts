/** By what offices and objectors are reached, and who objects: real ones, and what stands in their place. */
import { expect, it } from 'vitest'
import { whyNoContact, whyNoObjector } from './objectors.ts'
import { tidyOfficePhone, whyNoOfficeAddress, whyNoOfficeMail, whyNoOfficePhone } from './reach.ts'

const some = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split('|'))
const phone = (typed: string) => whyNoOfficePhone(tidyOfficePhone(typed))
const contact = (typed: string) => whyNoContact(typed, 'chooses')
const objector = (typed: string) => whyNoObjector(typed, 'chooses')

it.each(
  some(
    '0557-7021234|05577021234|(0557)7021234|7021234|0557-7021234转801',
    '010-65201234|400-800-1234|4008001234|12345|12348|12315|0557-0000000',
    '0557-7021234、0557-7021235|7021234、7021235|0557-7021234/7021235',
    '0557-7021234-8|０５５７－７０２１２３４|0557—7021234|0557 7021234|021-64123456',
  ),
)('%j is a telephone of an office', (typed) => expect(phone(typed)).toBeUndefined())
it.each(
  some(
    '13955551234|139 5555 1234|+8613955551234|办公室|王主任|0557|055-7021234|123',
    '1234567890|70212345678|无|同上|见通知|0557-702|0557-****234|x|110号|12345678',
    '电话|来电咨询|0557-7021234、13955551234|a@b.cn|泗城镇花园路1号|微信同号|QQ12345678',
    '0557-7021234王伟|7021|99999|2018-04-13|----|000|1|0557702123456',
  ),
)('%j is no telephone of an office', (typed) => expect(phone(typed)).toMatch(/请/u))

it.each(
  some(
    '泗县演示路1号（演示用，不是真实地址）|泗城镇花园路1号|泗县泗城镇人民路88号县政府大院|县政府2号楼305室|泗县政务服务中心三楼',
    '泗县行政中心A座|泗县人民政府法制办公室|安徽省泗县国防路12号，邮编234300|泗县101信箱|泗城镇花园社区|大庄镇大庄村',
    '泗县花园路 12 号|泗县花园路1 号院|泗县花园路１２号|泗县花园路壹号|信号路12号|泗城镇甲3号楼|泗县花园路双号院',
    '县委大楼西侧|泗县司法局|泗城镇北关街道办事处院内',
  ),
)('%j is a address of an office', (typed) => expect(whyNoOfficeAddress(typed)).toBeUndefined())
it.each(
  some(
    '泗县|安徽省|县里|同上|见通知|不详|无|13955551234|0557-7021234|a@b.cn',
    '泗城镇花园路1号 13955551234|泗城镇花园路1号，电话0557-7021234|泗城镇花园路1号7021234',
    '34222419900101123X|www.sixian.gov.cn|1234|地址|王伟收|来访接待|工作时间|线上办理|邮寄',
    '当面递交|网站|泗县花园路 号|泗县花园路__号|泗县花园路×号|××县花园路1号|泗县XX路1号|泗县花园路？号|泗县花园路（ ）号|泗县花园路号|泗县某路1号|泗县花园路x号|泗县花园路0号|泗县路号司法局',
  ),
)('%j is no address of an office', (typed) => expect(whyNoOfficeAddress(typed)).toMatch(/请/u))

it.each(
  some(
    'fzb@sixian.example|fzb@sixian.gov.cn|sxfzb_2018@163.com',
    'zhang.san@qq.com|123456@qq.com|a+b@mail.gov.cn|ABC@X-Y.COM.CN',
  ),
)('%j is a mailbox of an office', (typed) => expect(whyNoOfficeMail(typed)).toBeUndefined())
it.each(
  some(
    'fzb|fzb@|@163.com|fzb@163|fzb@@163.com|fzb@163..com|fzb.@163.com',
    '.fzb@163.com|fzb 163.com|fzb@163。com|fzb@163,com|邮箱',
    'fzb@163.com；fzb@qq.com|王伟@163.com|fzb#163.com|http://163.com|fzb@163.c',
    'fzb@.com|fzb@-|无',
  ),
)('%j is no mailbox of an office', (typed) => expect(whyNoOfficeMail(typed)).toMatch(/请/u))

it.each(
  some(
    '13955551234|139-5555-1234|7021234|0557-7021234|电话13955551234',
    '13955551234（王伟）|手机：13955551234，微信同号|a@b.cn|邮箱 wang@163.com|泗城镇花园路12号',
    '花园社区王大爷家|大庄镇大庄村3组|QQ 12345678|QQ12345678|微信 wxid_abc|微信号：wangwei88',
    '+86 139 5555 1234|400-800-1234|0557-7021234转801|县政府大院2号楼|１３９５５５５１２３４',
  ),
)('%j is a way to reach whoever objects', (typed) => expect(contact(typed)).toBeUndefined())
it.each(
  some(
    '139****1234|139xxxx1234|1395555****|暂不方便|不方便|以后再说|村里人都知道|找村主任|打听一下|随便',
    '不告诉你|保密谢谢|王伟|本人|无|没有电话|电话坏了|微信|QQ|abc|12345678|1395555123|139555512345',
    '见材料|同上|匿名|网上联系|你们有|已留|稍后提供|x@|@163.com|***|139***|手机号不便提供|请勿联系|不用联系',
    '不需要回复|平台回复即可|短信|打电话',
  ),
)('%j is no way to reach whoever objects', (typed) => expect(contact(typed)).toMatch(/请/u))

it.each(
  some(
    '张伟|王大明|李小明|欧阳修|许建国|阿依古丽|买买提·艾力|J. Smith|泗县宏达建材有限公司|花园小区业主委员会|大庄村村民委员会',
    '泗县个体劳动者协会|老王家饭店|张某建材店|泗县第一中学|大庄村民小组|丁一|赵敏|大庄（姓名）|古丽米热|扎西多吉|诸葛孔明',
    '泗城镇人民政府|路人餐饮店|王芳|严书琴|戚佩兰|昌建平',
  ),
)('%j is a name of whoever objects', (typed) => expect(objector(typed)).toBeUndefined())
it.each(
  some(
    '村民代表|群众代表|热心群众|路过的|老实人|知情人|某村民|一名村民|张某|张*|张先生|老张|张三等5人|不愿透露|不便署名|实名不公开',
    '秘密|一个老百姓|被害人家属|退休干部|老党员|本村人|大家|我们|无名|网友小王|小区居民|商户|个体户|纳税人|路人甲|张XX|张××',
    '匿名者|举报人|外地人|打工者|学生家长|某公司|一家企业|张|x|同上|受影响群众|利害关系人|全体村民',
  ),
)('%j is no name of whoever objects', (typed) => expect(objector(typed)).toMatch(/请/u))

it('says what to do', () => {
  expect(contact('139****1234')).toBe(
    '联系方式中有隐去的部分，联系不上；请填写完整的电话或地址，不愿留的，请改选“匿名”',
  )
  expect(contact('暂不方便')).toMatch(/联系不上.*请改选“匿名”$/u)
  expect(objector('老实人')).toMatch(/请写作“老实人（姓名）”，不愿署名的，请改选“匿名”$/u)
  expect(tidyOfficePhone('0557 7021234，0557-7021235')).toBe('0557-7021234、0557-7021235')
})
