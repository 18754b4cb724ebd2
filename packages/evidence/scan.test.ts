import { describe, expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { evidenceKind, hold, keep, promise } from './evidence.ts'
import { recordVerdict } from './scan.ts'

const AT = '2018-04-10T01:00:00.000Z'
const LATER = '2018-04-10T01:00:09.000Z'
const asked = { by: 'p-查毒', received: LATER }
const file = { name: '普法责任清单.pdf', size: 12_345, contentType: 'application/pdf' }
const found = { contentType: 'application/pdf', size: 12_345, note: '标为doc，实为pdf' }
const promised = { type: 'promised', v: 1, at: AT, by: 'p-王经办', ...file } as const
const held = { type: 'held', v: 1, at: AT, ...found } as const
const kept = { type: 'kept', v: 1, at: AT, ...found } as const
const rejected = { type: 'rejected', v: 1, at: AT, reason: '文件类型不能保存。' } as const
const said = { type: 'scanned', v: 1, at: LATER, by: 'p-查毒' } as const
const reason =
  '“普法责任清单.pdf”查出病毒（Example.Test），不能使用；请先给电脑查杀病毒，再用原软件重新制作这份文件后上传。'
const bad = { ...said, clean: false, finding: 'Example.Test', reason } as const

const clean = recordVerdict({ clean: true }, asked)
const infected = recordVerdict({ clean: false, finding: 'Example.Test' }, asked)

describe('a file of a county that scans', () => {
  it('is held once it was verified, and waits', () => {
    const waiting = given(evidenceKind, promised)
    expect(waiting.when(hold(found, AT))).toEqual([held])
    expect(given(evidenceKind, promised, held).state.status).toBe('waiting')
    expect(given(evidenceKind, promised, held).when(promise(file, asked))).toEqual([])
    for (const history of [[], [promised, held], [promised, kept], [promised, rejected]])
      expect(given(evidenceKind, ...history).when(hold(found, AT))).toEqual([])
  })
  it('waits no more where the county asks for no scanner any more', () => {
    expect(given(evidenceKind, promised, held).when(keep(found, LATER))).toEqual([{ ...kept, at: LATER }])
  })
})

describe('the verdict of the scanner', () => {
  it('keeps what is clean, as it was verified', () => {
    expect(given(evidenceKind, promised, held).when(clean)).toEqual([
      { ...said, clean: true },
      { ...kept, at: LATER },
    ])
  })
  it('says what is bad, with a sentence for the uploader; nothing can be promised under it', () => {
    expect(given(evidenceKind, promised, held).when(infected)).toEqual([bad])
    const { state, when } = given(evidenceKind, promised, held, bad)
    expect(state).toMatchObject({ status: 'infected', reason, finding: 'Example.Test' })
    expect(when(promise(file, asked))).toEqual([])
  })
  it('may come later on what was kept, and may be taken back', () => {
    expect(given(evidenceKind, promised, kept).when(infected)).toEqual([bad])
    const again = given(evidenceKind, promised, kept, bad).when(clean)
    expect(again).toEqual([
      { ...said, clean: true },
      { ...kept, at: LATER },
    ])
    const { state } = given(evidenceKind, promised, kept, bad, ...again)
    expect(state).toEqual({ status: 'kept', promised, kept: { ...kept, at: LATER } })
  })
  it('that is known decides nothing', () => {
    expect(given(evidenceKind, promised, kept).when(clean)).toEqual([])
    expect(given(evidenceKind, promised, held, bad).when(infected)).toEqual([])
  })
  it.each([
    ['unknown', [], '没有收到过'],
    ['elsewhere', [promised], '还没有收到完毕或正在核验'],
    ['elsewhere', [promised, rejected], '未通过核验，不需要查毒'],
  ] as const)('on what is not here is refused: %s', (code, history, why) => {
    for (const verdict of [clean, infected])
      expect(() => given(evidenceKind, ...history).when(verdict)).toThrow(
        expect.objectContaining({ code, message: `这份文件${why}，不能登记查毒结果；请先查看等待查毒的文件。` }),
      )
  })
})
