/** Files as clerks' Excel, other programs and editors save them: each is read, or the one thing that is wrong is said. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeText } from '#roster-file/decode-text.ts'
import { readRoster } from '#roster-file/read-roster.ts'
import { COLUMNS } from '#roster-file/roster-columns.ts'

const header = COLUMNS.join(',')
const rows = [
  '单位,dazhuang,大庄镇人民政府,乡镇,,是,,,,,,',
  '人员,r001,王𬱖,,,,clerk-dazhuang,0557-7021234,,,,',
  '岗位,r001,,,,,,,创建单位经办人,dazhuang,2018-01-01,',
]
const whole = [header, ...rows].join('\r\n')

const pairs = new Map<string, readonly number[]>()
for (let a = 0x81; a <= 0xfe; a++)
  for (let b = 0x40; b <= 0xfe; b++) {
    const char = new TextDecoder('gb18030').decode(Uint8Array.of(a, b))
    if ([...char].length === 1) pairs.set(char, [a, b])
  }
const gb18030 = (text: string) =>
  Buffer.from(
    [...text].flatMap((char) => {
      const point = char.codePointAt(0)!
      if (point < 0x80) return [point]
      const n = point - 0x10000
      return n < 0
        ? pairs.get(char)!
        : [
            0x90 + Math.floor(n / 12600),
            0x30 + (Math.floor(n / 1260) % 10),
            0x81 + (Math.floor(n / 10) % 126),
            0x30 + (n % 10),
          ]
    }),
  )
const saidOf = (text: string) => readRoster(text).mistakes.map(({ line, sentence }) => `${line}:${sentence}`)
it.each(['counties/sixian.roster.csv', 'counties/acceptance.roster.csv', 'test/deployed/every-kind.roster.csv'])(
  'reads whole what comes with the software: %s',
  (path) => {
    const { mistakes } = readRoster(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
    expect(mistakes).toEqual([])
  },
)

/** One mistake of a line below the header. */
const line = (...cells: string[]) => saidOf([header, ...cells].join('\n'))

describe.each([
  ['UTF-8', Buffer.from(whole)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${whole}`)],
  ['GB18030', gb18030(whole)],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${whole}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${whole}`, 'utf16le').swap16()],
  ['with line feeds, and none at its end', Buffer.from(whole.replaceAll('\r\n', '\n'))],
  ['with empty lines, and lines of commas alone', Buffer.from(`${whole}\r\n\r\n${','.repeat(11)}\r\n \u200b,,\r\n`)],
  ['every cell in quotes', Buffer.from(whole.replace(/[^,\r\n]+/g, '"$&"'))],
  ['with blanks about its cells', Buffer.from(whole.replaceAll(',', ' , ').replace('类型', '\ufeff类 型'))],
  ['without the empty cells at a line’s end', Buffer.from(whole.replace(/,+\r\n/g, '\r\n'))],
  ['with empty columns at the end', Buffer.from(whole.replace(/\r\n|$/g, ',,$&'))],
])('a file %s', (_, bytes) => {
  it('is read', () => {
    const { roster, mistakes } = readRoster(decodeText(bytes))
    expect(mistakes).toEqual([])
    expect(roster).toMatchObject({
      units: [{ body: { unit: 'dazhuang', name: '大庄镇人民政府', kind: 'town', inScope: true } }],
      people: [{ body: { person: 'r001', name: '王𬱖', login: 'clerk-dazhuang', phone: '0557-7021234' } }],
      appointments: [{ body: { person: 'r001', appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } }],
    })
  })
})

const SAVE = '请在Excel中“另存为”，类型选“CSV UTF-8(逗号分隔)”后再导入'
it.each([
  ['tabs', whole.replaceAll(',', '\t'), `1:各列之间是制表符，不是英文逗号；${SAVE}`],
  ['semicolons', whole.replaceAll(',', ';'), `1:各列之间是分号，不是英文逗号；${SAVE}`],
  ['full-width semicolons', whole.replaceAll(',', '；'), `1:各列之间是全角分号，不是英文逗号；${SAVE}`],
  ['full-width commas', whole.replaceAll(',', '，'), `1:各列之间是全角逗号，不是英文逗号；${SAVE}`],
  ['tabs below a title', `名册\n${whole.replaceAll(',', '\t')}`, `2:各列之间是制表符，不是英文逗号；${SAVE}`],
  ['whole lines in quotes', whole.replace(/.+/g, '"$&"'), `1:一整行被引号括成了一格；${SAVE}`],
  [
    'a title above its header',
    `泗县依法行政示范单位创建名册${','.repeat(11)}\n\n填表日期：2018年3月1日${','.repeat(11)}\n${whole}`,
    '1:表头“类型,编号,名称……”在第4行，上面还有标题或说明“泗县依法行政示范单位创建名册”；请删去表头以上各行',
  ],
  [
    'a web page’s table',
    '<html><table><tr><td>类型</td></tr></table></html>',
    `1:这是网页或XML格式的表格，不是CSV文件；${SAVE}`,
  ],
  [
    'no header',
    rows.join('\n'),
    `1:第一行应为表头“${header}”，收到“单位 dazhuang 大庄镇人民政府 乡镇 是”；请在最上面加上表头`,
  ],
  [
    'no header, and an appointment first',
    rows.toReversed().join('\n'),
    `1:第一行应为表头“${header}”，收到“岗位 r001 创建单位经办人 dazhuang 2018-01-01”；请在最上面加上表头`,
  ],
  ...(['gb18030', 'windows-1252', 'big5'] as const).map((encoding): [string, string, string] => [
    `UTF-8 read as ${encoding}`,
    new TextDecoder(encoding).decode(Buffer.from(whole)),
    `1:文字是乱码，保存时用错了编码；请从原来的表格重新导出：${SAVE}`,
  ]),
  [
    'GBK read as Latin',
    new TextDecoder('windows-1252').decode(gb18030(whole)),
    `1:文字是乱码，保存时用错了编码；请从原来的表格重新导出：${SAVE}`,
  ],
  [
    'a web page in one file',
    `MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related\n\n${whole}`,
    `1:这是单个文件网页（MHT），不是CSV文件；${SAVE}`,
  ],
  [
    'eleven lines above its header',
    `${Array.from({ length: 11 }, (_, n) => `说明${n}`).join('\n')}\n${whole}`,
    '1:表头“类型,编号,名称……”在第12行，上面还有标题或说明“说明0”；请删去表头以上各行',
  ],
  ['nothing below its header', header, '1:只有表头，下面没有单位、人员或岗位；请填写后再导入'],
  ['nothing', '', '1:文件是空的；请选择填好的名册'],
  ['nothing to see', '\ufeff \u200b,\u3000,\r\n"",', '1:文件是空的；请选择填好的名册'],
])('a file with %s is told so, once', (_, text, sentence) => {
  expect(saidOf(text)).toEqual([sentence])
})

it.each([
  ['PK\u0003\u0004', '这是Excel工作簿（xlsx），不是CSV文件'],
  ['\u00d0\u00cf\u0011\u00e0', '这是Excel工作簿（xls），不是CSV文件'],
  ['%PDF-1.7', '这是PDF文件，不是CSV文件'],
])('a file that begins with %j is no text', (begins, sentence) => {
  expect(() => decodeText(Buffer.from(begins, 'latin1'))).toThrow(sentence)
})

describe('a header', () => {
  it('whose cells were merged is told so', () => {
    expect(saidOf(whole.replace('岗位,所在单位', '岗位,'))[0]).toBe(
      `1:表头缺少“所在单位”列（第10列的表头是空的；是合并单元格的，请取消合并）；表头应有：${header}`,
    )
  })
  it('leaves no cell below it without a word', () => {
    expect(saidOf([`${header},`, `${rows[1]},备注`].join('\n'))).toEqual([
      '2:第13格“备注”没有对应的表头；请检查逗号，或删去这一格',
    ])
  })
})

const person = (name: string, login = '', phone = '') => `人员,r001,${name},,,,${login},${phone},,,,`

it.each([
  ['="00123"', '2:“账号”列是“="00123"”；这是导出时加的公式写法；请只留“00123”，去掉等号和引号'],
  ['"=""00123"""', '2:“账号”列是“="00123"”；这是导出时加的公式写法；请只留“00123”，去掉等号和引号'],
  ['=A1&B1', '2:“账号”列是“=A1&B1”；这是公式，不是内容；请在Excel中复制后“选择性粘贴”为数值'],
  [
    '1.38556E+10',
    '2:“账号”列是“1.38556E+10”；Excel把一长串数字记成了科学记数，末几位已经丢失；请把这一列设为文本后重新填写',
  ],
  ['#N/A', '2:“账号”列是“#N/A”；这是表格公式的错误提示，不是内容；请在Excel中改为实际内容'],
  ['########', '2:“账号”列是“########”；这是表格公式的错误提示，不是内容；请在Excel中改为实际内容'],
  ['zhang，san', '2:“账号”列是“zhang，san”；其中有全角逗号“，”；各列之间应为英文逗号'],
])('the cell %s is told what is wrong with it', (cell, sentence) => {
  expect(line(person('王一', cell))).toEqual([sentence])
})

const unit = (name: string) => `单位,dazhuang,${name},乡镇,,是,,,,,,`
it.each([
  ['大庄镇人民政府、草沟镇人民政府', '不只是一个单位'],
  ['大庄镇、草沟镇', '不只是一个单位'],
  ['大庄镇人民政府/草沟镇人民政府', '不只是一个单位'],
  ['大庄镇人民政府;草沟镇人民政府', '不只是一个单位'],
  ['大庄镇人民政府 草沟镇人民政府', '不只是一个单位'],
  ['大庄镇人民政府　草沟镇人民政府', '不只是一个单位'],
  ['大庄镇人民政府等3家', '不只是一个单位'],
  ['1.大庄镇人民政府', '前面有序号'],
  ['1、大庄镇人民政府', '前面有序号'],
  ['（一）大庄镇', '前面有序号'],
  ['大庄镇人民政府（已撤销）', '已经不再使用'],
  ['测试单位', '不是单位名称'],
  ['撤销大庄镇', '请只写单位现在的全称'],
  ['牵头县民政局', '请只写单位现在的全称'],
])('%s is not one unit', (name, why) => expect(line(unit(name))).toEqual([expect.stringContaining(why)]))
it.each([
  ...['大庄镇人民政府', '中共泗县县委、泗县人民政府信访局', '县住建局/人防办', '县教育局、体育局', '泗县 财政局'],
  ...[
    '泗县人民政府泗城街道办事处',
    ...['原阳县财政局', '原墙镇人民政府', '除险加固工程建设管理处', '待补镇人民政府', '未央区城市管理局'],
    ...['墩集国土资源所', '墩集国土所', '泗城财政所', '长沟水利站', '墩集林业站', '墩集农业技术推广站', '墩集中心法庭'],
    '县国土资源局墩集国土资源所',
    '大庄镇（原大庄乡）人民政府',
    '（原）大庄乡',
    '泗县文化广电新闻出版（体育）局',
    '软件测试中心',
    '3.15维权中心',
  ],
])('%s is one unit', (name) => expect(line(unit(name))).toEqual([]))
it.each(['无', '-', '/', '待定', '没有', '同上', '删除', '账号', '暂无', '（无）', '王伟', 'wangwei(新)'])(
  '%s is no login',
  (cell) =>
    expect(line(person('王一', cell))).toEqual([
      expect.stringMatching(/^2:“账号”列：“.+”(?:中有汉字，)?不是登录账号；请填写.*，没有的留空$/),
    ]),
)
it.each([
  ['wang wei', '空格'],
  ['wang　wei', '空格'],
  ['wangwei。', '“。”'],
  ['wangwei、liming', '“、”'],
  ['wangwei；liming', '“;”'],
  ['（wangwei）', '“(”'],
  ['wangwei|liming', '“|”'],
  ["'00123", "“'”"],
])('%s is not one login', (cell, mark) =>
  expect(line(person('王一', cell))).toEqual([
    expect.stringContaining(`中有${mark}，不是一个登录账号；请只填一个账号`),
  ]),
)
it.each([
  ['ｗａｎｇｗｅｉ', 'wangwei'],
  ['WangWei', 'WangWei'],
  ['00123', '00123'],
  ['13955571234', '13955571234'],
  ['wangwei@sixian.gov.cn', 'wangwei@sixian.gov.cn'],
  ['auth0|5f7c_8-a.b', 'auth0|5f7c_8-a.b'],
  ['SIXIAN\\wangwei', 'SIXIAN\\wangwei'],
  ['8c2f1f2e-5f0e-4f4e-9a43-0d6b2a1f0c11', '8c2f1f2e-5f0e-4f4e-9a43-0d6b2a1f0c11'],
])('the login %s is kept as %s', (cell, login) => {
  const { roster, mistakes } = readRoster([header, person('王一', cell)].join('\n'))
  expect([mistakes, roster.people[0]?.body.login]).toEqual([[], login])
})
it.each(['WangWei', 'ｗａｎｇｗｅｉ', 'wangwei'])('wangwei and %s are one login', (other) =>
  expect(line(person('王一', 'wangwei'), person('王二', other).replace('r001', 'r002'))).toEqual([
    '3:“账号”列与第2行重复；请删去其中一行',
  ]),
)

it.each([
  ['#N/A', '这是表格公式的错误提示，不是内容；请在Excel中改为实际内容'],
  ['#ＲＥＦ！', '这是表格公式的错误提示，不是内容；请在Excel中改为实际内容'],
  ['王?', '中有无法显示的字，可能是表格另存时丢失的；请改正'],
  ['王？', '中有无法显示的字，可能是表格另存时丢失的；请改正'],
  ['王\ufffd', '其中有无法显示的字，可能是另存时丢失的；请改正'],
  ['王\ue863', '其中有只在做表的电脑上能显示的自造字；请改用标准的字'],
  ['王■', '中有无法显示的字，可能是表格另存时丢失的；请改正'],
  ['#SPILL!', '这是表格公式的错误提示，不是内容；请在Excel中改为实际内容'],
  ['张三、李四', '不像一个人的姓名；几个人的，请分开填写'],
  ['同上', '不是姓名，请填写姓名；没有的留空'],
  ['待定', '不是姓名，请填写姓名；没有的留空'],
  ['无', '不是姓名，请填写姓名；没有的留空'],
  ['NULL', '不是姓名，请填写姓名；没有的留空'],
  ['王伟 李四', '“王伟 李四”不像一个人的姓名；几个人的，请分开填写'],
  ['"王伟\n李四"', '“王伟 李四”不像一个人的姓名'],
  ['许建国﹑宋志远', '中有“﹑”，不是姓名里的字'],
  ['①许建国②宋志远', '中有“①”'],
  ['县长', '是职务，不是姓名；请只写姓名'],
  ['——', '中没有文字，不是姓名；请填写姓名'],
  ['\u200b\u2060', '“名称”列没有填；单位最多80字，人员最多30字'],
  ['王'.repeat(31), '单位最多80字，人员最多30字'],
])('the name %j is told what is wrong with it', (name, why) => {
  const said = line(person(name))
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(why)
})

it.each([
  ['王　伟', '王伟'],
  ['"王\n伟"', '王伟'],
  ['王\u200b伟\ufeff', '王伟'],
  ['⽅⺠⻓', '方民长'],
  ['\uf9b5成', '例成'],
  ['阿依古丽・买买提', '阿依古丽·买买提'],
  ['𠮷'.repeat(30), '𠮷'.repeat(30)],
])('the name %j is read as %s', (name, read) => {
  const { roster, mistakes } = readRoster([header, person(name)].join('\n'))
  expect(mistakes).toEqual([])
  expect(roster.people[0]?.body.name).toBe(read)
})

it.each([
  ['王\u0000伟', '2:名称“王伟”中有看不见的字符，已去掉'],
  ['王\u2800伟', '2:名称“王伟”中有看不见的字符，已去掉'],
  ['王　伟', '2:名称“王 伟”按“王伟”登记'],
])('what is not kept of the name %j is said as it is seen', (name, note) => {
  const { notes } = readRoster([header, person(name)].join('\n'))
  expect(notes.map(({ line, sentence }) => `${line}:${sentence}`)).toEqual([note])
})

it.each(['无', '同上', 'null', 'NULL', '（无）', '待定', '某单位'])('%j is no unit’s name', (name) => {
  expect(line(`单位,dazhuang,${name},乡镇,,是,,,,,,`)).toEqual([
    expect.stringContaining(`“${name}”不是名称；请填写名称`),
  ])
})

describe('merged cells', () => {
  it('are told so in every line but the first', () => {
    expect(
      line(
        ...['人员,r001,王一,,,,,,,,,', ',r002,李二,,,,,,,,,'],
        ...['岗位,r001,,,,,,,创建单位经办人,dazhuang,2018-01-01,', '岗位,,,,,,,,创建单位主要负责人,,,'],
      ),
    ).toEqual([
      '3:“类型”列没有填；上面填的是“人员”，如果是合并单元格，请在Excel中取消合并，逐行填写',
      '5:“编号”列没有填；上面填的是“r001”，如果是合并单元格，请在Excel中取消合并，逐行填写',
      '5:“开始日期”列没有填；上面填的是“2018-01-01”，如果是合并单元格，请在Excel中取消合并，逐行填写',
      '5:“所在单位”列没有填；上面填的是“dazhuang”，如果是合并单元格，请在Excel中取消合并，逐行填写',
    ])
  })
  it('are not thought of where each line has its own', () => {
    expect(line(person('王一'), '人员,,,,,,,,,,,').map((one) => one.slice(0, 11))).toEqual([
      '3:“编号”列没有填；',
      '3:“名称”列没有填；',
    ])
  })
})

it('a line with other marks between its cells is told so, once', () => {
  expect(line('人员\tr001\t王一', '人员，r002，李二，，，')).toEqual([
    '2:这一行各列之间是制表符，不是英文逗号；请改正',
    '3:这一行各列之间是全角逗号，不是英文逗号；请改正',
  ])
})

describe('the same unit', () => {
  const named = (id: string, name: string) => `单位,${id},${name},乡镇,,是,,,,,,`
  it('under two ids is told so, in whatever way its name is typed', () => {
    for (const other of ['大庄镇(筹)', '大庄镇 （筹）', '大庄镇（筹）\u200b', '大庄镇〔筹〕', '⼤庄镇（筹）'])
      expect(line(named('dazhuang', '大庄镇（筹）'), named('dazhuang2', other))).toEqual([
        '3:“名称”列与第2行是同一个单位，编号却不同；请删去其中一行，或改正名称',
      ])
  })
  it('is not another one, and persons may have one name', () => {
    expect(line(named('a1', '大庄镇'), named('a2', '小庄镇'), person('王一'), '人员,r002,王一,,,,,,,,,')).toEqual([])
  })
})

it('dates are read as they are written, an appointment that stands twice with them', () => {
  const post = (from: string) => `岗位,r001,,,,,,,会议秘书,,${from},`
  for (const from of ['2018/1/1', '2018.1.1', '20180101', '2018年1月1日', '２０１８-１-１', '2018/1/1 0:00'])
    expect(readRoster([header, post(from)].join('\n')).roster.appointments[0]?.body.from).toBe('2018-01-01')
  expect(line(post('2018/1/1'), post('2018-01-01'))).toEqual(['3:“岗位”列与第2行重复；请删去其中一行'])
  expect(line(post('43101'))[0]).toContain('无法识别“43101”')
})

it('telephone numbers are read in whatever width', () => {
  const { roster } = readRoster([header, person('王一', '', '０５５７－７０２ １２３４')].join('\n'))
  expect(roster.people[0]?.body.phone).toBe('0557-7021234')
})
it('reads the kind of a unit in the words of counties, and says as what', () => {
  const { roster, mistakes, notes } = readRoster(
    [header, '单位,hongcheng,虹城街道办事处,街道,,是,,,,,,', '单位,kaifaqu,县开发区管委会,管委会,,是,,,,,,'].join('\n'),
  )
  expect([mistakes, roster.units.map(({ body }) => body.kind)]).toEqual([[], ['town', 'developmentZone']])
  expect(notes).toEqual([
    { line: 2, sentence: '单位类别“街道”按“乡镇”登记' },
    { line: 3, sentence: '单位类别“管委会”按“开发区”登记' },
  ])
})
it('says of two lines in a cell that they are two, and nothing of unseen characters', () => {
  const read = (cell: string) => {
    const { mistakes, notes } = readRoster([header, person(`"${cell}"`)].join('\n'))
    return [mistakes, notes].map((some) => some.map(({ sentence }) => sentence))
  }
  expect(read('陈家明\n杨晓东')).toEqual([
    [
      '“名称”列：“陈家明 杨晓东”不像一个人的姓名；几个人的，请分开填写；一个人的，请去掉空格，或用“·”连接；这一格里有2行',
    ],
    [],
  ])
  expect(read('王\n伟')).toEqual([[], ['名称一格里有2行（“王”、“伟”），按“王伟”登记']])
  expect(read('王伟\n')).toEqual([[], []])
  expect(line(person('谭勇已退休'))).toEqual([
    expect.stringMatching(/后面写了“已退休”；请只写姓名.*请写作“谭勇已退休（姓名）”$/),
  ])
  expect(line(person('谭勇已退休（姓名）'))).toEqual([])
})
