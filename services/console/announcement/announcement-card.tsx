import { Alert, Card, Descriptions, Flex, Table, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import { type AnnouncementsPage, approveBody, COMMENDING, returnPreparationBody } from '#contracts/announcement.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { checked } from '../forms/checked.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { TrialTag } from '../shell/trial-tag.tsx'
import { PaperButtons } from '../word/paper-buttons.tsx'

type Props = {
  page: AnnouncementsPage
  one: AnnouncementsPage['all'][number]
  show: (next: AnnouncementsPage) => void
}

/** One document with its list: approved or sent back by another person, afterwards as it was published. */
export function AnnouncementCard({ page, one, show }: Props) {
  const api = useApi()
  const training = useTraining() !== undefined
  const { batch, step } = page
  const { n, title, number, date, text, commends, prepared, preparedBy, approvedBy, returned, lines, commands } = one
  const params = { batch, step, n: String(n) }
  const aside = lines.filter(({ setAside }) => setAside).length
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ margin: 0, fontSize: 19, whiteSpace: 'normal' }}>
          {title} {page.trial && <TrialTag />}
        </Typography.Title>
      }
      extra={
        <Tag color={approvedBy ? 'default' : returned ? 'warning' : 'processing'}>
          {approvedBy ? '已签发' : returned ? '已退回' : '待签发'}
        </Tag>
      }
    >
      <Flex vertical gap={12}>
        <Descriptions
          bordered
          size="small"
          column={2}
          styles={{ label: { width: 110 } }}
          items={[
            { key: 'number', label: '文号', children: number },
            { key: 'date', label: '成文日期', children: saidDay(date) },
            { key: 'commends', label: '是否表彰', span: 2, children: COMMENDING[commends ? 'with' : 'without'] },
            { key: 'by', label: '拟制', children: preparedBy },
            { key: 'approved', label: '签发', children: approvedBy ?? '—' },
            ...(text
              ? [
                  {
                    key: 'text',
                    label: '正文',
                    span: 2,
                    children: <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>,
                  },
                ]
              : []),
          ]}
        />
        {returned && !approvedBy && <Alert type="warning" showIcon title={`已退回：${returned}`} />}
        {!approvedBy && !returned && (
          <ApprovePanel
            prepared={prepared}
            name={`announcement/${batch}/${step}/${n}`}
            what={page.document}
            preparedBy={preparedBy}
            mayApprove={commands.includes('approve-announcement')}
            consequence={`《${title}》（${number}，${saidDay(date)}），${COMMENDING[commends ? 'with' : 'without']}：${lines.map((line) => line.name).join('、')}`}
            held={lines.flatMap(({ name, held }) => (held ? [{ name, why: held }] : []))}
            approve={async (command) => {
              const body = checked(approveBody, { prepared, secrecyChecked: true })
              show(await api(intakeEndpoints.approveAnnouncement, { params, body, command }))
            }}
            giveBack={async (reason, command) => {
              const body = checked(returnPreparationBody, { prepared, reason })
              show(await api(intakeEndpoints.returnAnnouncement, { params, body, command }))
            }}
          />
        )}
        <PaperButtons
          label={page.document}
          of="decision"
          paper={async () => {
            const decisionPaper = await arrived(async () => (await import('./decision-paper.ts')).decisionPaper)
            return decisionPaper({ page, one, training })
          }}
        />
        <Typography.Text strong>
          名单（{lines.length}个单位{aside > 0 && `，其中${aside}个未能适用`}）
        </Typography.Text>
        <Table
          className="stacks"
          rowKey="unit"
          size="small"
          dataSource={lines}
          pagination={false}
          columns={[
            { title: '序号', width: 56, render: (_, __, at) => at + 1 },
            {
              title: '单位',
              render: (_, { unit, name }) => <Link href={`/console/cases/${batch}/${unit}`}>{name}</Link>,
            },
            {
              title: '结果',
              render: (_, { outcomeTitle, setAside, held }) =>
                held ? (
                  <Typography.Text type="warning">暂不能列入：{held}</Typography.Text>
                ) : setAside ? (
                  <>
                    <del>{outcomeTitle}</del> <Tag color="error">未适用</Tag>
                    {setAside}
                  </>
                ) : (
                  outcomeTitle
                ),
            },
          ]}
        />
      </Flex>
    </Card>
  )
}
