import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidDay, saidDayInWeek } from './said.ts'
import { typedDay } from './typed-day.ts'

describe('a date as it is typed', () => {
  it.each([
    ['2018/6/8', '2018-06-08'],
    ['2018.6.15', '2018-06-15'],
    ['20180615', '2018-06-15'],
    ['2018年6月15日', '2018-06-15'],
    ['2018-6-8', '2018-06-08'],
    ['2018-06-15', '2018-06-15'],
    ['２０１８－０６－１５', '2018-06-15'],
    ['２０１８．６．１５', '2018-06-15'],
    ['２０１８年６月１５日', '2018-06-15'],
    ['２０１８０６１５', '2018-06-15'],
    ['2018 年 6 月 15 日', '2018-06-15'],
    [' 2018 - 6 - 8 ', '2018-06-08'],
    ['2018　6　15', '2018-06-15'],
    ['2018 6 15', '2018-06-15'],
    ['2018年6月１　５日', '2018-06-15'],
    ['2018 06 15', '2018-06-15'],
    ['2018 0615', '2018-06-15'],
    ['2018年6月15号', '2018-06-15'],
    ['2018年6月15', '2018-06-15'],
    ['2018。6。15', '2018-06-15'],
    ['2018、6、15', '2018-06-15'],
    ['2018–6–15', '2018-06-15'],
    ['2018\\6\\15', '2018-06-15'],
    ['2018.06.15（周五）', '2018-06-15'],
    ['2018年6月15日星期五', '2018-06-15'],
    ['2018年6月17日 星期天', '2018-06-17'],
    ['二〇一八年六月十五日', '2018-06-15'],
    ['二○一八年十二月三十一日', '2018-12-31'],
    ['二0一八年六月十五日', '2018-06-15'],
    ['贰零壹捌年陆月拾伍日', '2018-06-15'],
    // Letters and rings that are taken for a zero.
    ...['O', 'o', 'Ｏ', 'ｏ', 'О', 'о', 'Ο', '◯', '0', '零', '〇', '○'].flatMap((zero): [string, string][] => [
      [`二${zero}一八年五月十四日`, '2018-05-14'],
      [`2${zero}18年5月14日`, '2018-05-14'],
      [`2${zero}${zero}8-1${zero}-${zero}4`, '2008-10-04'],
      [`二${zero}${zero}${zero}年五月二${zero}日`, '2000-05-20'],
      [`贰${zero}壹捌年伍月拾肆日`, '2018-05-14'],
    ]),
    ['2018年6月15日。', '2018-06-15'],
    ['2018.6.15.', '2018-06-15'],
    ['2018/6/15 0:00:00', '2018-06-15'],
    ['\u200b2018-06-15\ufeff', '2018-06-15'],
    ['2018年6月15日\n', '2018-06-15'],
    ['2020-2-29', '2020-02-29'],
  ])('%j is %s', (text, day) => {
    expect(typedDay(text)).toEqual({ day })
  })

  it.each([
    ['2018-2-30', '2018年2月没有30日'],
    ['2018年2月29日', '2018年2月没有29日'],
    ['20180631', '2018年6月没有31日'],
    ['2018/13/1', '没有13月'],
    ['2018-0-1', '没有0月'],
    ['2018-1-0', '没有0日'],
    ['18.6.15', '四位'],
    ['6月15日', '没有写明年份'],
    ['6/15', '没有写明年份'],
    ['2018年6月', '没有写明日'],
    ['2018-06', '没有写明日'],
    ['1018-06-15', '年份不对'],
    ['9999-12-31', '年份不对'],
    ['2018年6月15日（周四）', '星期五'],
    ['6/15/2018', '无法识别'],
    ['2018-6-1 9', '无法识别'],
    ['2018.6.1 0', '无法识别'],
    ['2018-1 1-5', '无法识别'],
    ['2018 6 1 9', '无法识别'],
    ['2018615', '无法识别'],
    ['43266', '无法识别'],
    ['明天', '无法识别'],
    ['OO18年5月14日', '年份不对'],
    ['Oct 5 2018', '无法识别'],
    ['二O一八年五月', '没有写明日'],
    ['2018-06-15 09:30', '无法识别'],
    ['2018年五六月1日', '无法识别'],
  ])('%j is refused, and says why: %s', (text, why) => {
    const read = typedDay(text)
    expect(read && 'wrong' in read ? read.wrong : read).toContain(why)
    // What was typed is named.
    expect(read && 'wrong' in read ? read.wrong : '').toContain(text.trim())
  })

  it('has the words in which a month or a day is written in official papers', () => {
    expect(typedDay('2019年元月一日')).toEqual({ day: '2019-01-01' })
    expect(typedDay('二〇一八年十月廿八日')).toEqual({ day: '2018-10-28' })
    expect(typedDay('二〇一八年十月卅一日')).toEqual({ day: '2018-10-31' })
    expect(typedDay('二〇一八年六月廿')).toEqual({ day: '2018-06-20' })
  })

  it('is none in an empty field, or where nothing can be seen', () => {
    for (const text of ['', '  ', '\u3000', '\u200b\ufeff']) expect(typedDay(text)).toBeUndefined()
  })

  it('reads every day in each of the ways in which it can be written', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = day.split('-')
        const short = [y, Number(m), Number(d)]
        for (const text of [
          day,
          y + m + d,
          short.join('/'),
          short.join('.'),
          short.join(' '),
          saidDay(day),
          saidDayInWeek(day),
        ])
          expect(typedDay(text)).toEqual({ day })
      }),
    )
  })
})

it('reads no page of text as a date, and repeats its beginning alone', () => {
  const wrong = (text: string) => ({ wrong: text })
  expect(typedDay(' '.repeat(20_000))).toBeUndefined()
  expect(typedDay(`${' '.repeat(20_000)}2018-6-15`)).toEqual({ day: '2018-06-15' })
  expect(typedDay('6'.repeat(20_000))).toEqual(
    wrong(`无法识别“${'6'.repeat(30)}……”，请写成2018-6-15、2018年6月15日或20180615`),
  )
})
