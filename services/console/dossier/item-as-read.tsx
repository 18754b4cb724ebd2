/** An answer as somebody reads it who does not write it. */
import { Button, Tag, Typography } from 'antd'
import type { FileReference } from '#contracts/case-page.ts'
import type { DossierItem } from '#contracts/dossier/dossier.ts'
import { cite, isSameUse } from '#evidence/cited-file.ts'
import { FileNote } from '../upload/file-note.tsx'
import { STATUS } from './progress.ts'

type Said = Pick<DossierItem, 'result' | 'text' | 'references'>
type Props = { said: Said; shown: FileReference | undefined; show: (file: FileReference) => void }

export const ItemAsRead = ({ said: { result, text, references }, shown, show }: Props) => (
  <>
    {result ? <Tag color="processing">{STATUS[result].says}</Tag> : <Tag>没有自评结论</Tag>}
    <p className="dossier-words">{text ?? <Typography.Text type="secondary">没有写明情况</Typography.Text>}</p>
    {references.length === 0 && <Typography.Text type="secondary">没有引用材料</Typography.Text>}
    {references.map((file) => (
      <Button
        key={cite(file.sha256, file.name)}
        type="link"
        size="small"
        className="as-text"
        aria-current={isSameUse(file, shown)}
        style={{ display: 'block', height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
        onClick={() => show(file)}
      >
        {file.name}
        {file.note && <FileNote note={file.note} />}
      </Button>
    ))}
  </>
)
