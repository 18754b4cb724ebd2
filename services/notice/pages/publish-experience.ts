/** The public's page of a title's experience summary 经验材料: from its first publication on, also when it was taken down since. */
import { dateOf } from '#calendar/deadline.ts'
import type { Organs } from '#county/organs.ts'
import type { Contents } from '#ledger/contents.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { experiencePathOf } from '#title/certificate.ts'
import { experienceWords } from '#title/experience-events.ts'
import { type Title, titleKind } from '#title/title.ts'
import { experienceHtml } from './experience-html.ts'
import type { SitePages } from './site-pages.ts'

type Deps = {
  readonly ledger: Ledger
  readonly contents: Pick<Contents, 'get'>
  readonly pages: SitePages
  readonly organs: Organs
}

const wasPublished = ({ experience: { published, down } }: Title): boolean => (published ?? down) !== undefined

/** @param title as it was read @param of the unit's name and the title's code */
export async function publishExperience(
  { ledger, contents, pages, organs }: Deps,
  { stream, title }: { readonly stream: string; readonly title: Title },
  of: { readonly name: string; readonly code: string },
): Promise<void> {
  if (!wasPublished(title)) return
  await pages.publish(experiencePathOf(of.code).slice(1), async () => {
    const { experience, standing = 'held' } = (await readStream(ledger, titleKind, stream)).state
    const { published } = experience
    const words = published && experienceWords.parse(await contents.get(published.content))
    const shown = published && words && { words, on: dateOf(published.at) }
    return experienceHtml({ ...of, standing, experience, published: shown }, organs)
  })
}
