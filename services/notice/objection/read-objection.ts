import type { noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { noteOn } from '#evidence/kinds.ts'
import { recordOpening } from '#evidence/record-opening.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { NOTHING_KNOWN } from '#rows/known.ts'
import { mustBeAllowed, mustBeApartFrom } from '../allowed-at-step.ts'
import { noticeStepOf } from '../notice/notice-step.ts'
import { publishedNotice } from '../notice/read-notices.ts'
import type { Link } from './attachments.ts'
import { type Attached, objectionText } from './objection-content.ts'
import { receiptLine } from './receipt-line.ts'

type Deps = {
  readonly ledger: Ledger
  readonly contents: Contents
  readonly persons: Pick<Persons, 'read'>
  readonly link: Link
}

/** What an objection says and who sent it; that it was read, by whom and why, is logged. */
export const readObjection =
  ({ ledger, contents, persons, link }: Deps): UseCase<typeof noticeEndpoints.readObjection> =>
  async ({ params: { batch, n, objection }, caller, received }) => {
    const found = await publishedNotice(ledger, batch, n)
    mustBeAllowed('read-objection', caller, await noticeStepOf(ledger, batch, found.shown.step))
    const { content, objector, about } = receiptLine(found, objection)
    const asking = { command: 'read-objection', caller, received, known: NOTHING_KNOWN } as const
    await mustBeApartFrom(ledger, [about], asking)
    const { summary, files } = objectionText.parse(await contents.get(content))
    // What was opened is on record before it is shown; the text counts as well.
    const seen = { owner: officeFor('objection'), objection }
    await recordOpening(ledger, files.length > 0 ? files.map(({ sha256 }) => ({ ...seen, sha256 })) : [seen], {
      by: caller.person,
      received,
    })
    const who = objector && (await persons.read(objector.id, { purpose: `办理异议${objection}`, by: caller.person }))
    const linked = async (file: Attached) => {
      const note = noteOn(file.name, file.contentType)
      return { name: file.name, url: await link(file), ...(note && { note }) }
    }
    return {
      summary,
      ...(who?.name && { name: who.name }),
      ...(who?.contact && { contact: who.contact }),
      files: await Promise.all(files.map(linked)),
    }
  }
