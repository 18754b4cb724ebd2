import { Button, Flex, Tag, Typography } from 'antd'
import { saidDay } from '#calendar/said.ts'
import type { FileReference, ShownPaper } from '#contracts/case-page.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'

type Props = { signOffs: ShownPaper['signOffs']; open?: (file: FileReference) => void }

/** Every box of a form: who has signed what, and which are still empty. */
export const SignOffsAsRead = ({ signOffs, open }: Props) => (
  <Flex component="ul" vertical gap={8} style={{ margin: '12px 0 0', padding: 0, listStyle: 'none' }}>
    {signOffs.map(({ name, title, mode, on, by, opinion, scan }) => (
      <li key={name}>
        <Flex gap={8} justify="space-between" align="start" wrap>
          <Typography.Text strong>{title}</Typography.Text>
          {on ? (
            <Typography.Text type="secondary">
              {saidDay(on)} {by}
              {mode && `（${MODE_WORDS[mode].title}）`}
            </Typography.Text>
          ) : (
            <Tag>{mode ? `待签署（${MODE_WORDS[mode].title}）` : '由后续环节填写'}</Tag>
          )}
        </Flex>
        {opinion && <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{opinion}</Typography.Text>}
        {scan && open && (
          <Button
            type="link"
            className="as-text"
            size="small"
            style={{ display: 'block', padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
            onClick={() => open(scan)}
          >
            {scan.name}
          </Button>
        )}
      </li>
    ))}
  </Flex>
)
