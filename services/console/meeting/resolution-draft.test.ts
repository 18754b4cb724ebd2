import { describe, expect, it } from 'vitest'
import { type ResolutionPage, resolutionBody } from '#contracts/meeting.ts'
import { readPeople } from '#typed/people.ts'
import { namesIn, withMembers } from './read-members.ts'
import { placed, readyToSend, votersIn, withNotes } from './ready-to-send.ts'
import {
  casesBefore,
  countsOf,
  type Draft,
  entriesIn,
  leftIn,
  linesOf,
  newDraft,
  paperOf,
  quotaOf,
  saidBeside,
  saidDiscussion,
  saidLacking,
  sharedOf,
  stillRefused,
  unsubmitted,
} from './resolution-draft.ts'
import { saidNotCast, saidVotes } from './resolution-votes.ts'

type Recorded = ResolutionPage['meetings'][number]
const page: ResolutionPage = {
  batch: '2018-2',
  batchTitle: '第二批',
  trial: false,
  step: 'executiveMeeting',
  stepTitle: '常务会议',
  body: '泗县人民政府常务会议',
  votes: false,
  record: 'minutes',
  ranked: false,
  today: '2018-05-15',
  quota: 3,
  taken: 1,
  limited: 'named',
  outcomes: [
    { value: 'named', label: '命名' },
    { value: 'deferred', label: '暂缓审议' },
  ],
  prepares: false,
  lists: [],
  submitted: [],
  minutesTo: 'office.executiveMinutes',
  commands: ['record-resolution'],
  waiting: [
    { unit: 'unit-a', name: '甲', visit: 5 },
    { unit: 'unit-b', name: '乙', visit: 5 },
    { unit: 'unit-c', name: '丙', visit: 5 },
  ],
  meetings: [],
}
const draft: Draft = {
  ...newDraft(page),
  number: '38号',
  date: '2018-05-14',
  members: '许建国、宋志远 何秀英',
  absent: ['何秀英'],
  outcome: 'named',
  minutes: 'a'.repeat(64),
  own: { 'unit-b': { outcome: 'deferred', reason: '材料待核', recused: ['宋志远'] } },
}

it('reads names however they are parted, each once', () => {
  expect(namesIn(page, ' 许建国、宋志远\n何秀英； 王明， ')).toEqual(['许建国', '宋志远', '何秀英', '王明'])
})

it('marks as absent whom a label newly calls so, and leaves what was clicked', () => {
  const before = { members: '许建国、何英', absent: ['许建国'] }
  const pasted = withMembers(page, before, '出席：许建国；请假：何　英')
  expect(pasted).toEqual({ members: '出席：许建国；请假：何　英', absent: ['许建国', '何英'] })
  // Without its label nobody is absent but whom a click has marked.
  expect(withMembers(page, pasted, '许建国、何英').absent).toEqual(['许建国'])
  // Taken back by a click, it stays so while the text is edited.
  expect(withMembers(page, { ...pasted, absent: [] }, `${pasted.members}、王伟`).absent).toEqual(['王伟'])
})

describe('names and numbers as they were typed', () => {
  it('are persons, each once, whatever parts them and whatever is within them', () => {
    const typed = { ...draft, members: '出席：许建国、宋志远、何　英；请假：王　伟', absent: ['王伟'] }
    expect(readyToSend(page, typed)).toMatchObject({
      body: { present: ['许建国', '宋志远', '何英'], absent: ['王伟'] },
    })
  })
  it('are not those who were only heard', () => {
    expect(readyToSend(page, { ...draft, members: '许建国；列席：赵六、钱七' })).toMatchObject({
      body: { present: ['许建国'], absent: [] },
    })
    expect(saidBeside(['赵六', '钱七'])).toBe('列席2人（赵六、钱七），不计入出席人员，也不登记。')
  })
  it('are not sent while one of them cannot be read', () => {
    expect(readyToSend(page, { ...draft, members: '许建国；主持：何英' })).toEqual({
      wrong: { members: expect.stringContaining('“主持”') },
    })
    expect(readyToSend(page, { ...draft, members: '许建国 何英 请假' })).toEqual({
      wrong: { members: expect.stringContaining('分不清“请假”') },
    })
    const labelled = { ...draft.own, 'unit-a': { others: '请假：何英' } }
    expect(readyToSend(page, { ...draft, own: labelled })).toEqual({
      wrong: { 'recused unit-a': expect.stringContaining('这里只填姓名') },
    })
    const own = { ...draft.own, 'unit-a': { others: '王?' } }
    expect(readyToSend(page, { ...draft, own })).toEqual({
      wrong: { 'recused unit-a': expect.stringContaining('“王?”') },
    })
  })
  it('of who withdrew are not all who were there: nobody would have decided', () => {
    const own = { ...draft.own, 'unit-a': { others: readPeople(draft.members).names.join('、') } }
    expect(readyToSend(page, { ...draft, absent: [], own })).toMatchObject({
      wrong: { 'recused unit-a': '出席人员全部回避，没有人决定该单位，请核对' },
    })
  })
  it('of who withdrew are one person, chosen or typed', () => {
    const own = { 'unit-a': { recused: ['宋志远'], others: '宋 志远、何　英' } }
    expect(linesOf(page, { ...draft, own })[0]?.recused).toEqual(['宋志远', '何英'])
  })
  it('of a meeting before are read again, those too that are not sure by themselves', () => {
    const [last] = [{ present: ['许建国', '阿依古丽'], absent: ['买买提·艾力'] }]
    const { members } = newDraft({ ...page, meetings: [{ ...page.meetings[0]!, ...last! }] })
    expect(readPeople(members)).toEqual({ names: ['许建国', '阿依古丽', '买买提·艾力'], absent: [], beside: [] })
  })
  it('are refused as a day or a number that nobody understands, never replaced by an older one', () => {
    expect(readyToSend(page, { ...draft, date: '五月十四' })).toEqual({ wrong: { date: expect.any(String) } })
    const vote = { ...draft, how: 'vote' as const, inFavour: '很多', against: 1 }
    expect(readyToSend({ ...page, votes: true }, vote)).toEqual({ wrong: { how: expect.any(String) } })
  })
})

describe('a resolution being entered', () => {
  it('decides no case that is held unless somebody puts it in, as the meeting did', () => {
    const [first, ...rest] = page.waiting
    const held = { ...page, waiting: [{ ...first!, held: '有待确认的一票否决' }, ...rest] }
    expect(linesOf(held, draft).map(({ unit }) => unit)).toEqual(['unit-b', 'unit-c'])
    const despite = { ...draft, own: { 'unit-a': { despite: true } } }
    expect(linesOf(held, despite).map(({ unit }) => unit)).toEqual(['unit-a', 'unit-b', 'unit-c'])
    expect(readyToSend(held, draft)).toMatchObject({ body: { cases: ['unit-b', 'unit-c'] } })
  })
  it('decides only what was submitted, where somebody submits', () => {
    const prepared = { ...page, prepares: true, submitted: [{ unit: 'unit-b', name: '乙' }] }
    expect(linesOf(prepared, draft).map(({ unit }) => unit)).toEqual(['unit-b'])
    expect(unsubmitted(prepared).map(({ unit }) => unit)).toEqual(['unit-a', 'unit-c'])
    const held = { ...prepared, waiting: [{ unit: 'unit-b', name: '乙', visit: 5, held: '异议未办结' }] }
    expect(casesBefore(held)).toEqual([{ unit: 'unit-b', name: '乙', visit: 5, held: '异议未办结' }])
    expect(readyToSend(held, draft)).toMatchObject({ wrong: { cases: expect.any(String) } })
  })
  it('becomes one outcome for all, exceptions and recusals per case', () => {
    expect(readyToSend(page, draft)).toEqual({
      body: {
        meeting: '泗县人民政府常务会议',
        number: '38号',
        date: '2018-05-14',
        minutes: 'a'.repeat(64),
        present: ['许建国', '宋志远'],
        absent: ['何秀英'],
        how: { kind: 'discussion' },
        cases: ['unit-a', 'unit-b', 'unit-c'],
        outcome: 'named',
        exceptions: [{ case: 'unit-b', outcome: 'deferred', reason: '材料待核' }],
        recusals: [{ person: '宋志远', case: 'unit-b' }],
      },
    })
  })
  it('says everything that is missing at once, each at its place', () => {
    const { absent: _, ...rest } = newDraft(page)
    const ready = readyToSend(page, {
      ...rest,
      absent: [],
      outcome: 'named',
      left: ['unit-a'],
      own: { 'unit-b': { outcome: 'deferred' } },
    })
    expect(Object.keys('wrong' in ready ? ready.wrong : {}).sort()).toEqual([
      'date',
      'members',
      'minutes',
      'number',
      'reason unit-b',
    ])
  })
  it('is held by the quota over all meetings, and by today', () => {
    const all = { ...draft, own: {} }
    expect(quotaOf(page, linesOf(page, all))).toEqual({ quota: 3, before: 1, now: 3, left: -1 })
    expect(readyToSend(page, { ...all, date: '2018-05-16' })).toEqual({
      wrong: { quota: expect.stringContaining('1'), date: expect.any(String) },
    })
    expect(quotaOf(page, linesOf(page, { ...all, left: ['unit-c'] }))?.left).toBe(0)
    const { quota: _, ...unlimited } = page
    expect(quotaOf(unlimited, linesOf(unlimited, all))).toBeUndefined()
    expect(readyToSend(unlimited, all)).toHaveProperty('body')
  })
  it('counts an outcome chosen like the common one as no exception', () => {
    const lines = linesOf(page, { ...draft, own: { 'unit-b': { outcome: 'named', reason: 'left over' } } })
    expect(lines.map(({ isException }) => isException)).toEqual([false, false, false])
    expect(countsOf(page, lines)).toEqual([{ label: '命名', count: 3 }])
  })
  it('asks for the votes where a meeting votes', () => {
    const votes = { ...page, votes: true }
    expect(newDraft(votes).how).toBe('vote')
    const voting = { ...draft, how: 'vote' as const, inFavour: 1, against: 1, abstained: 0 }
    expect(readyToSend(votes, voting)).toMatchObject({
      body: { how: { kind: 'vote', inFavour: 1, against: 1, abstained: 0 } },
    })
    // An empty count is asked, and not read as none.
    for (const [change, how] of [
      [{ abstained: undefined }, '请填写弃权票数，没有的填0'],
      [{ against: undefined, abstained: undefined }, '请填写反对、弃权票数，没有的填0'],
      [{ inFavour: 0, against: 0 }, '同意、反对、弃权都是0票，请核对票数'],
      [{ inFavour: 9 }, '共10票，多于出席的2人'],
      [{ inFavour: '很多' }, '请填写表决票数'],
    ] as const)
      expect(readyToSend(votes, { ...voting, ...change })).toEqual({ wrong: { how } })
  })
  it('counts the votes against who is there while they are typed, but for whoever withdrew from all', () => {
    const voting = { ...draft, how: 'vote' as const, inFavour: 2 }
    expect(saidVotes(voting, votersIn(page, voting))).toEqual({ said: '出席2人，已填2票', isWrong: false })
    const withdrew = { recused: ['宋志远'] }
    const own = { 'unit-a': withdrew, 'unit-b': { ...draft.own['unit-b'], ...withdrew }, 'unit-c': withdrew }
    const few = { ...voting, own }
    expect(saidVotes({ ...few, inFavour: 1 }, votersIn(page, few))).toEqual({
      said: '出席2人，可以表决1人，已填1票',
      isWrong: false,
    })
    expect(saidVotes(few, votersIn(page, few))).toEqual({
      said: '共2票，多于可以表决的1人（出席2人，1人全部回避）',
      isWrong: true,
    })
    const how = { kind: 'vote', inFavour: 1, against: 0, abstained: 0 } as const
    expect(saidNotCast(how, { present: 3, voters: 3 })).toBe('可以表决的3人中，2人没有计票')
    expect(saidNotCast(how, { present: 2, voters: 1 })).toBeUndefined()
  })
})

it('begins the next meeting with the names of the last one', () => {
  const [meeting] = [{ present: ['许建国'], absent: ['何秀英'] } as ResolutionPage['meetings'][number]]
  expect(newDraft({ ...page, meetings: [meeting!] })).toMatchObject({ members: '许建国、何秀英', absent: [] })
})

it('shows what the API says of an exception in the line of its unit', () => {
  expect(
    placed({ 'exceptions.1.reason': 'x', cases: 'y', 'present.0': 'z' }, [{ unit: 'unit-a' }, { unit: 'unit-b' }]),
  ).toEqual({
    'reason unit-b': 'x',
    cases: 'y',
    members: 'z',
  })
  expect(placed({ how: '共4票，多于出席的3人' }, [])).toEqual({ how: '共4票，多于出席的3人' })
  expect(placed({ 'how.majorityDiffered': 'x' }, [])).toEqual({ how: 'x' })
  expect(placed({ 'how.inFavour': 'x' }, [])).toEqual({ how: '请填写表决票数' })
})

it('calls what was signed without a meeting a signed list, not minutes of a discussion', () => {
  expect([paperOf(page), saidDiscussion(page)]).toEqual(['会议纪要', '集体讨论、行政首长决定'])
  const list = { ...page, record: 'signedList' as const }
  expect([paperOf(list), saidDiscussion(list)]).toEqual(['签名名单', '签名名单'])
  expect(readyToSend(list, { ...draft, number: '', minutes: undefined })).toMatchObject({
    wrong: { number: '请填写编号', minutes: '请上传扫描件' },
  })
})

describe('a refusal after a change', () => {
  const own = {
    sentence: saidLacking({ date: 'a', members: 'b' }),
    wrong: { date: 'a', members: 'b' },
    own: true,
  } as const
  it('counts only what is still wrong, and says nothing new', () => {
    expect(stillRefused(own, { members: 'c', number: 'd' }, ['date'])).toEqual({
      sentence: '还有1项需要补齐或修改，见红字。',
      wrong: { members: 'c' },
      own: true,
    })
  })
  it('goes when everything was mended', () => {
    expect(stillRefused(own, {}, ['members'])).toBeUndefined()
  })
  it('of the county goes with the entries that it named; a sentence alone stays', () => {
    const refused = { sentence: '会议决定有1处需要修改。', wrong: { date: 'a' } }
    expect(stillRefused(refused, {}, ['number'])).toEqual(refused)
    expect(stillRefused(refused, {}, ['date'])).toBeUndefined()
    expect(stillRefused({ sentence: '网络不通', wrong: {} }, {}, ['date'])).toMatchObject({ sentence: '网络不通' })
  })
})

it('sends two members of one name with their units', () => {
  const members = '张伟（财政局）、张伟（司法局）、许建国'
  const ready = readyToSend(page, { ...draft, members, absent: [], own: {}, outcome: 'deferred' })
  if ('wrong' in ready) throw new Error(JSON.stringify(ready.wrong))
  expect(ready.body.present).toEqual(['张伟（财政局）', '张伟（司法局）', '许建国'])
  expect(resolutionBody.safeParse(withNotes(ready.body)).success).toBe(true)
  expect(readyToSend(page, { ...draft, members: '张伟、许建国、张伟', own: {}, outcome: 'deferred' })).toEqual({
    wrong: { members: expect.stringContaining('写了不止一次') },
  })
})

it('says of a number that an earlier meeting has it', () => {
  const [meeting] = [{ reference: '泗政常纪〔2018〕38号', present: [], absent: [] } as unknown as Recorded]
  const again = readyToSend({ ...page, meetings: [meeting!] }, { ...draft, number: '泗政常纪[2018]38号' })
  expect(again).toEqual({ wrong: { number: '这个编号的决定已经登记过，请核对编号' } })
})

describe('a reason for all that get the same other outcome', () => {
  const two = {
    ...draft,
    own: { 'unit-b': { outcome: 'deferred' }, 'unit-c': { outcome: 'deferred', reason: '案卷另行核实' } },
  }
  it('is asked for where there are several, and stands in each line that has none of its own', () => {
    expect(sharedOf(page, { ...draft, own: { 'unit-b': { outcome: 'deferred' } } })).toEqual([])
    expect(sharedOf(page, two)).toMatchObject([{ value: 'deferred', count: 2 }])
    expect(readyToSend(page, { ...two, reasons: { deferred: '本次只研究命名的单位' } })).toMatchObject({
      body: {
        exceptions: [
          { case: 'unit-b', outcome: 'deferred', reason: '本次只研究命名的单位' },
          { case: 'unit-c', outcome: 'deferred', reason: '案卷另行核实' },
        ],
      },
    })
  })
  it('is found wrong where it was written, and a line without any in its own', () => {
    expect(readyToSend(page, { ...two, reasons: { deferred: '无' } })).toEqual({
      wrong: { 'shared deferred': '“无”没有写明例外理由；请用文字写明，不少于三个字' },
    })
    expect(readyToSend(page, two)).toEqual({ wrong: { 'reason unit-b': expect.any(String) } })
    expect(entriesIn(two, { reasons: { deferred: '材料' } })).toEqual(['reasons', 'shared deferred'])
  })
  it('is said of nobody who gets the common outcome, nor another one', () => {
    const lines = linesOf(page, { ...draft, own: {}, reasons: { named: '工作扎实', deferred: '材料待核' } })
    expect(lines.map(({ reason }) => reason)).toEqual(['', '', ''])
  })
})

describe('an entry that was left', () => {
  it('is about what changed: a field, or the words in a unit’s line', () => {
    expect(entriesIn(draft, { number: '39号' })).toEqual(['number'])
    const own = { ...draft.own, 'unit-b': { ...draft.own['unit-b'], reason: '材料' }, 'unit-a': { others: '何英' } }
    expect(entriesIn(draft, { own })).toEqual(['own', 'reason unit-b', 'recused unit-a'])
  })
  it('says what is wrong with it, and nobody is told of the others', () => {
    const ready = readyToSend(page, {
      ...draft,
      meeting: ' ',
      number: '？',
      own: { 'unit-b': { outcome: 'deferred', reason: '无' } },
    })
    const wrong = 'wrong' in ready ? ready.wrong : {}
    expect(Object.keys(wrong).sort()).toEqual(['meeting', 'number', 'reason unit-b'])
    expect(leftIn(wrong, new Set(['number', 'reason unit-b', 'date']))).toEqual({
      number: '“？”中没有文字或数字，不是编号；请填写编号',
      'reason unit-b': '“无”没有写明例外理由；请用文字写明，不少于三个字',
    })
    expect(leftIn(wrong, new Set())).toEqual({})
  })
})

it('is sent with the note of whoever was asked about, so that nobody is asked again', () => {
  const ready = readyToSend(page, { ...draft, members: '许建国、宋志远、阿依古丽（姓名）', absent: [] })
  if ('wrong' in ready) throw new Error(JSON.stringify(ready.wrong))
  expect(ready.body.present).toEqual(['许建国', '宋志远', '阿依古丽'])
  expect(withNotes(ready.body).present).toEqual(['许建国', '宋志远', '阿依古丽（姓名）'])
})

it('takes two persons of one name by their units, of which nobody else has heard', () => {
  const members = '张伟（单位：草庙镇）、李四、张伟（单位：大路口镇）、王伟（单位：石龙湖）'
  const ready = readyToSend(page, { ...draft, members, absent: [] })
  if ('wrong' in ready) throw new Error(JSON.stringify(ready.wrong))
  expect(ready.body.present).toEqual(['张伟（草庙镇）', '李四', '张伟（大路口镇）', '王伟（石龙湖）'])
  expect(withNotes(ready.body).present).toEqual([
    ...['张伟（单位：草庙镇）', '李四', '张伟（单位：大路口镇）', '王伟（单位：石龙湖）'],
  ])
})
