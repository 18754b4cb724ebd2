import type { MeasureShown, TitlePage } from '#contracts/title/title.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'

type Props = { page: TitlePage; measure: MeasureShown; isDraft?: boolean }

/** The paper of a decision that revokes; of no other measure, which is none. */
export function RevocationButtons({ page, measure, isDraft = false }: Props) {
  const training = useTraining() !== undefined
  if (measure.kind !== 'revoke') return null
  return (
    <PaperButtons
      label="取消决定"
      of="revocation"
      paper={async () => {
        const revocationPaper = await arrived(async () => (await import('./revocation-paper.ts')).revocationPaper)
        return revocationPaper({ page, measure, isDraft, training })
      }}
    />
  )
}
