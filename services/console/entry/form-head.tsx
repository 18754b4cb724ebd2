import { Card, Flex, Tag, Typography } from 'antd'
import type { CasePage } from '#contracts/case-page.ts'
import type { Draft } from '../forms/autosave.ts'
import { TrialTag } from '../shell/trial-tag.tsx'
import { AmendmentLines } from './amendment-lines.tsx'
import { DueLine } from './due-line.tsx'
import { ReminderLine } from './reminder-line.tsx'
import { SaveLine } from './save-line.tsx'

/** Until when, first of all; where the case stands; whether what is typed is kept. */
export const FormHead = ({ page, draft, now }: { page: CasePage; draft: Draft; now: number | undefined }) => (
  <Card
    style={{ position: 'sticky', top: 0, zIndex: 10, marginBottom: 16 }}
    styles={{ body: { padding: '10px 24px' } }}
  >
    <Flex gap={16} align="center" wrap>
      {page.due ? (
        <DueLine due={page.due} now={now} />
      ) : (
        <Typography.Text type="secondary">期限由法制办另行确定，可以先填写</Typography.Text>
      )}
      <Typography.Title level={1} style={{ margin: 0, fontSize: 17 }}>
        {page.unit.name} · {page.stepTitle}
      </Typography.Title>
      {page.sinceReturn && <Tag color="warning">退回补正</Tag>}
      {page.batch.trial && <TrialTag />}
      <span style={{ marginInlineStart: 'auto' }}>
        <SaveLine draft={draft} />
      </span>
    </Flex>
    <AmendmentLines page={{ ...page, amendments: ofThisStep(page) }} now={now} />
    <ReminderLine reminder={page.reminder} />
  </Card>
)

/** The head stays in sight while one types: only what the date of this step was last moved to. */
const ofThisStep = ({ amendments, step }: CasePage) =>
  amendments.filter(({ dates }) => dates.some((moved) => moved.step === step)).slice(-1)
