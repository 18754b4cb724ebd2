import { describe, expect, it } from 'vitest'
import { readPeople } from '../people.ts'
import { whyNotOnePerson } from '../plain-names.ts'
import { whyNoContact, whyNoObjector } from './objectors.ts'

describe('a name of whoever objects', () => {
  it.each([
    ['张*', '隐去了姓名'],
    ['张＊＊', '隐去了姓名'],
    ['张×', '隐去了姓名'],
    ['张某某', '不是真实的姓名或名称；请填写真实姓名，不愿署名的，请改选“匿名”'],
    ['张三等5人', '没有写明都是谁'],
    ['张三等五名村民', '没有写明都是谁'],
    ['张三等人', '没有写明都是谁'],
    ['张三等', '没有写明都是谁'],
    ['王XX', '隐去了姓名'],
    ['王x', '隐去了姓名'],
    ['王ＸＸ（姓名）', '隐去了姓名'],
    ['王XX（姓名）', '隐去了姓名'],
    ['张*（姓名）', '隐去了姓名'],
    ['电话：13955571234（姓名）', '不只是姓名；请只写姓名或名称'],
    ['李', '只有一个字，请写全姓名'],
    ['匿名', '不是姓名或名称；请填写真实姓名'],
    ['张某人', '不是真实的姓名或名称'],
    ['张某', '不是真实的姓名或名称'],
    ['某群众', '不是姓名或名称'],
    ['群众', '不是真实的姓名或名称'],
  ])('is not %s', (name, said) => expect(whyNoObjector(name, 'chooses')).toContain(`“${name}”${said}`))
  it.each([
    ...['张村民', '李居民', '刘家长', '王书记', '李县长', '张律师'],
    ...['纪委转办', '县信访局转办', '上级交办', '部门移送'],
  ])('is not %s, of whom nobody knows who it is', (name) =>
    expect(whyNoObjector(name, 'chooses')).toContain('请填写真实姓名'),
  )
  it.each([
    '张伟',
    '阿依古丽',
    '买买提·艾力',
    '泗县宏达建材有限公司',
    '泗城镇花园社区居民委员会',
    '等等科技有限公司',
    'J. Smith',
    ...['李爱民', '孙国民', '大庄镇王庄村民组', '王书记（姓名）', '公羊明', '县纪委', '县信访办'],
    '王强（大庄镇）',
    '李秀英（泗县财政局）',
    '王伟（大庄镇王庄村）',
    '王伟（花园社区）',
    ...[
      '王伟（大庄镇王庄村3组）',
      '王伟（花园小区）',
      '王伟（虹乡路）',
      '王伟（汴河大道118号）',
      '王伟早点铺',
      '老王豆腐坊',
    ],
    ...['泗县宏达网吧', '任丹（姓名）'],
    ...[
      '3号楼',
      '花园小区3号楼',
      '三号楼',
      '12栋',
      '村党支部',
      '大庄村党支部',
      '村三组',
      '王庄村三组',
      '王庄村第3组',
      '大庄镇党委',
    ],
    ...['王伯文', '李叔同', '仇和', '周树人', '陈立人', '张介人', '李家兴', '王庄'.concat('村委会'), '张家明'],
  ])('is %s', (name) => expect(whyNoObjector(name, 'chooses')).toBeUndefined())
  it.each([
    ...[
      '王伟先生',
      '王伟女士',
      '王伟律师',
      '王伟（代理人）',
      '王伟（代表王庄村）',
      '退休干部王伟',
      '大庄镇王庄村村民王伟',
    ],
    ...['王伟主任', '王伟书记', '王伟经理', '王伟老板', '王伟医生', '王伟校长', '王伟。', '王伟 13955571234'],
    ...['业主王伟', '司机王伟', '举报人王伟', '异议人：王伟', '本人王伟', '泗县王伟', '我是王伟', '申请人王伟'],
    ...['王伟，男，45岁，13955571234', '王伟，男，45岁，13955571234（姓名）', '王伟13955571234（姓名）'],
    ...['大庄镇王庄村王伟', '泗县个体工商户王伟', '泗城镇居民王伟', '村民王伟（代理人）', '王伟（李强之子）'],
  ])('is to be written alone: %s', (name) =>
    expect(whyNoObjector(name, 'chooses')).toBe(`“${name}”不只是姓名；请只写姓名“王伟”，不愿署名的，请改选“匿名”`),
  )
  it.each(['张建国夫妇', '张建国父子', '张建国一家', '张建国夫妻二人', '张建国/李霞夫妇'])(
    'is to be one of %s',
    (name) => {
      expect(whyNoObjector(name, 'chooses')).toContain('请填写一位联系人的姓名，其他人的姓名写在异议内容里')
      expect(whyNoObjector(name, 'chooses')).not.toContain('（姓名）')
    },
  )
  // Of a place, of a family: whoever it may be.
  it.each([
    ...[
      '王庄人',
      '李家人',
      '赵村人',
      '马庄人',
      '张家人',
      '周围人',
      '马上人',
      '高楼人',
      '汪圩人',
      '欧阳家人',
      '张家',
      '李家',
      '江湾人',
      '方店人',
      '三组的人',
      '王庄的',
    ],
  ])('is not surely %s', (name) => {
    expect(whyNoObjector(name, 'chooses')).toContain('请填写真实姓名')
    expect(whyNotOnePerson(name)).toBeDefined()
    expect(readPeople(`王建国、${name}`).wrong).toBeDefined()
  })
  it.each([
    '平和',
    '温和',
    '三组',
    '3组',
    '王某家',
    '徐州人',
    '马路人',
    '李大嫂',
    '王妈妈',
    '李奶奶',
    '赵叔',
    '王老五',
    '赵三嫂',
  ])('is a word and no name for sure: %s', (name) => expect(whyNoObjector(name, 'chooses')).toContain('请填写真实姓名'))
  it.each(['任丹', '石磊'])('may be said to be one: %s', (name) =>
    expect(whyNoObjector(`${name}（姓名）`, 'chooses')).toBeUndefined(),
  )
  it('says how whoever gives none goes on', () => {
    expect(whyNoObjector('张*', 'chooses')).toMatch(/不愿署名的，请改选“匿名”$/)
    expect(whyNoObjector('张*', 'leavesEmpty')).toMatch(/匿名的不填$/)
  })
})

describe('a contact', () => {
  it.each([
    '1395555123',
    '139555512345',
    '12345678',
    '055-7021',
    '不方便',
    '不方便透露',
    '微信同号',
    '同上',
    '保密',
    '电话',
  ])('is not %s', (contact) => expect(whyNoContact(contact, 'chooses')).toMatch(/请/))
  it.each([
    ...['13955551234', '139 5555 1234', '7021234', '0557-7021234', '0557-7021234转801', '+86 139 5555 1234'],
    ...[
      '400-800-1234',
      '泗城镇花园路12号',
      'QQ 12345678',
      '微信 wxid_abc',
      'a@b.cn',
      '花园社区王大爷家',
      '34222419900101123X',
    ],
  ])('is %s', (contact) => expect(whyNoContact(contact, 'chooses')).toBeUndefined())
  it('says how many digits it has, and not which', () => {
    expect(whyNoContact('1395555123', 'chooses')).toBe('有10位数字，不是完整的电话号码；请核对，是QQ号、微信号的请写明')
    expect(whyNoContact('不方便', 'leavesEmpty')).toMatch(/没有的不填$/)
  })
})

it.each([
  '泗县泗城镇汴河大道118号政务小区12栋1304室',
  '上海市浦东新区世纪大道1000弄12号301室',
  '泗城镇中山街100号2001室',
  '花园路8号，邮编234300',
  '泗县花园路12号 234300 李强收',
  '泗州花园12-3-1501',
  '大庄村村委会转',
  '问大庄村村委会',
  '泗县G104国道1024公里处李庄18号',
  '+852 91234567',
  '852-91234567',
  '0085291234567',
  '+886 912345678',
  'weixin:liqiang1990',
  'V信liqiang1990',
  '12345678 qq',
  'Q号12345678',
  '快手号liqiang1990',
  '13955512345 7025678',
  '0557-7025678 13955512345',
  '13955512345 13855512345',
  '13955512345.0557-7025678',
  '电话 13955512345 13855512345',
])('%j reaches somebody', (contact) => expect(whyNoContact(contact, 'chooses')).toBeUndefined())
it.each([
  '1395555123',
  '139555512345',
  '手机1395555123',
  '70212',
  '李强，1395555123',
  '张三等5人',
  '1395551234 7025678',
  '电话：139-5557-123',
  '手机139-5557-12345',
  '13955512345 702567',
])('%j reaches nobody for sure', (contact) => expect(whyNoContact(contact, 'chooses')).toMatch(/请/u))
it('knows of others behind one name, whatever note it has', () =>
  expect(whyNoObjector('张三等5人（姓名）', 'chooses')).toContain('没有写明都是谁'))
it.each([
  '泗城镇花园路 1395555123',
  '问村委会',
  '请联系本村村委会',
  '问社区居委会主任',
  '1395555123，花园路',
  '曙光村王大爷家1395555',
  '曙光村 0557-70212',
  '花园路×号',
  '花园路 号',
])('%j has a half, a blank or no place beside what is like an address', (contact) =>
  expect(whyNoContact(contact, 'chooses')).toMatch(/请/u),
)
it.each([
  '电话：+852 91234567',
  '手机 +886 912 345 678',
  '美国 +1 415 555 2671',
  '锦绣华庭3-2-501',
  '微信是liqiang1990',
])('%j reaches somebody as well', (contact) => expect(whyNoContact(contact, 'chooses')).toBeUndefined())

it.each(['区文诗', '区志明', '区建国', '区永安', '区美玲', '区文诗（大庄镇）'])('%s is somebody called 区', (name) =>
  expect(whyNoObjector(name, 'chooses')).toBeUndefined(),
)
it.each(['区文广', '区建设', '区金融', '区民政', '区志', '区长', '区里', '区财政', '某区文诗', '区长文诗'])(
  '%s is nobody called so',
  (name) => expect(whyNoObjector(name, 'chooses')).toContain('请'),
)
