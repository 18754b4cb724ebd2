import { Tag } from 'antd'
import type { ShareShown } from '#contracts/dossier/spread.ts'
import { saidHolder } from './spread-of.ts'

type Props = { share: ShareShown | undefined; me: string | undefined }

/** Who has an indicator, beside its line. */
export const Holder = ({ share, me }: Props) =>
  share && (
    <Tag color={share.person === me ? 'processing' : 'default'} title={`分给${saidHolder(share)}`}>
      {share.person === me ? '本人' : share.name}
    </Tag>
  )

/** The same above it, with all that was said. */
export const SharedTo = ({ share, me }: Props) =>
  share && (
    <Tag color={share.person === me ? 'processing' : 'default'} data-shared>
      分给{saidHolder(share)}
      {share.due && `，${share.due.said}前（含当日）完成`}
    </Tag>
  )
