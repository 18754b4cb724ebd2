import type { evidenceEndpoints, Scan } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { fileOwner, isOfObjector, officeFor, PURPOSES } from '#evidence/file-owner.ts'
import { keyOfAttachment } from '#evidence/sent-file.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { keyOf, type Signing } from './objects.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly objects: Pick<Signing, 'signGet'>
  /** Files that came with the public form. */
  readonly attachments: Pick<Signing, 'signGet'>
}

/** What a scanner takes at once: it asks again when it has told of these. */
const AT_ONCE = 20
const UNNAMED = { name: 'file', contentType: 'application/octet-stream', inline: false }

/** To the scanner what waits for it, with addresses; to the office what waits and what was found, with names. */
export const listScans =
  ({ ledger, rows, objects, attachments }: Deps): UseCase<typeof evidenceEndpoints.listScans> =>
  async ({ caller }) => {
    const all = await rowsOf(rows, 'evidence', LISTS.scans)
    // That something waits, and how large it is, may tell the accused enough.
    const ofUnit = caller.holdings.some(({ unit }) => unit !== undefined)
    const found = ofUnit ? all.filter(({ owner }) => !isOfObjector(owner)) : all
    const isScanner = permissionFor('record-scan', caller.holdings) !== undefined
    const shown = isScanner ? found.filter(({ status }) => status === 'waiting').slice(0, AT_ONCE) : found
    const units = isScanner ? [] : shown.flatMap(({ owner }) => fileOwner(owner)?.unit ?? [])
    const known = await rows.many([...new Set(units.map(unitStream))])
    const addressOf = async (owner: string, sha256: string): Promise<string> => {
      const { promised } = (await sentFile(owner, sha256)) ?? {}
      return promised?.object !== undefined
        ? attachments.signGet(keyOfAttachment(promised.object), UNNAMED)
        : objects.signGet(keyOf(owner, sha256), UNNAMED)
    }
    const sentFile = async (owner: string, sha256: string) =>
      owner === officeFor('sent')
        ? (await readStream(ledger, evidenceKind, evidenceStream(owner, sha256))).state
        : undefined
    const items = shown.map(async ({ owner, sha256, size, status, since, name, finding }): Promise<Scan> => {
      const file = fileOwner(owner)
      const unit = file?.unit === undefined ? undefined : knownAs(known, 'unit', unitStream(file.unit))?.name
      // A digest tells whoever has the document that it was sent in, a name may tell by whom.
      const isTold = !isOfObjector(owner)
      return {
        owner,
        ...((isScanner || isTold) && { sha256 }),
        size,
        status: status === 'infected' ? 'infected' : 'waiting',
        since,
        what: file ? PURPOSES[file.purpose] : owner,
        ...(unit && { unit }),
        ...(!isScanner && isTold && { name }),
        ...(finding && { finding }),
        ...(isScanner && { url: await addressOf(owner, sha256) }),
      }
    })
    return { items: await Promise.all(items) }
  }
