/** What was found, and what was said of it before. */
import { Flex, Tag, Typography } from 'antd'
import { said } from '#calendar/said.ts'
import type { ResultShown, ResultVersion } from '#contracts/results/results.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useOpenFile } from '../upload/use-open-file.ts'
import { saidOrgan, saidResult } from './said-result.ts'

/** What holds first, then what was entered before it. */
export const OneResult = ({ result: { versions, withdrawn } }: { result: ResultShown }) => (
  <Flex vertical gap={4}>
    {withdrawn && (
      <div>
        <Tag>已撤销</Tag>
        {withdrawn.by}于{said(withdrawn.at)}撤销；撤销理由：{withdrawn.reason}
      </div>
    )}
    {[...versions].reverse().map((version, at) => (
      <div key={version.at}>
        {at > 0 && <Tag>已更正</Tag>}
        <Version version={version} />
      </div>
    ))}
  </Flex>
)

function Version({ version }: { version: ResultVersion }) {
  const open = useOpenFile()
  const { text, reason, scan } = version
  return (
    <>
      {saidResult(version)}
      {text && <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>}
      {reason && <div>更正理由：{reason}</div>}
      <div>
        <Typography.Text type="secondary">{saidOrgan(version)}</Typography.Text>
      </div>
      <FileButtons files={scan ? [scan] : []} open={open} />
    </>
  )
}
