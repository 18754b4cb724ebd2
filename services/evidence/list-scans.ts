import type { evidenceEndpoints, Scan } from '#contracts/evidence.ts'
import type { UseCase } from '#edge/use-case.ts'
import { fileOwner, PURPOSES } from '#evidence/file-owner.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { unitStream } from '#roster/unit.ts'
import { knownAs } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { keyOf, type Signing } from './objects.ts'

type Deps = { readonly rows: Rows; readonly objects: Pick<Signing, 'signGet'> }

/** What a scanner takes at once: it asks again when it has told of these. */
const AT_ONCE = 20
const UNNAMED = { name: 'file', contentType: 'application/octet-stream', inline: false }

/** To the scanner what waits for it, with addresses; to the office what waits and what was found, with names. */
export const listScans =
  ({ rows, objects }: Deps): UseCase<typeof evidenceEndpoints.listScans> =>
  async ({ caller }) => {
    const found = await rowsOf(rows, 'evidence', LISTS.scans)
    const isScanner = permissionFor('record-scan', caller.holdings) !== undefined
    const shown = isScanner ? found.filter(({ status }) => status === 'waiting').slice(0, AT_ONCE) : found
    const units = isScanner ? [] : shown.flatMap(({ owner }) => fileOwner(owner)?.unit ?? [])
    const known = await rows.many([...new Set(units.map(unitStream))])
    const items = shown.map(async ({ owner, sha256, size, status, since, name, finding }): Promise<Scan> => {
      const file = fileOwner(owner)
      const unit = file?.unit === undefined ? undefined : knownAs(known, 'unit', unitStream(file.unit))?.name
      return {
        owner,
        sha256,
        size,
        status: status === 'infected' ? 'infected' : 'waiting',
        since,
        what: file ? PURPOSES[file.purpose] : owner,
        ...(unit && { unit }),
        // The name of a letter may tell who objected.
        ...(!isScanner && file?.purpose !== 'objection' && { name }),
        ...(finding && { finding }),
        ...(isScanner && { url: await objects.signGet(keyOf(owner, sha256), UNNAMED) }),
      }
    })
    return { items: await Promise.all(items) }
  }
