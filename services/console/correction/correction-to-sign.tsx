/** A correction that somebody has drafted; another person signs it. */

import { Card, Collapse, Typography } from 'antd'
import type { CasePage, OfferedCommand, ShownDraft } from '#contracts/case-page.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { keptValues } from '../forms/kept-values.ts'
import { draftName, type Send, stayOf } from '../forms/offered-command.ts'
import { DraftAsRead } from '../judgement/draft-as-read.tsx'

type Props = {
  page: CasePage
  correction: ShownDraft
  sign: OfferedCommand | undefined
  back: OfferedCommand | undefined
  send: Send
}

export const CorrectionToSign = ({ page, correction, sign, back, send }: Props) => (
  <Card title="拟更正，等待签发">
    <DraftAsRead
      draft={correction}
      what="拟更正为"
      points={[]}
      questions={(page.form?.fields ?? []).map(({ name, label }) => ({ value: name, label }))}
    />
    <div style={{ marginTop: 12 }}>
      {sign ? (
        <CommandForm
          key={correction.drafted}
          name={draftName(sign)}
          about={stayOf(page)}
          fields={sign.fields}
          values={sign.values}
          owner={officeOn(page.unit.id)}
          submit={sign.title}
          confirm={sign.confirm}
          send={send(sign)}
        />
      ) : (
        <Typography.Text type="secondary">由拟订人以外的其他有权人员签发。</Typography.Text>
      )}
    </div>
    {back && (
      <Collapse
        size="small"
        style={{ marginTop: 12 }}
        defaultActiveKey={keptValues(draftName(back)) ? ['back'] : []}
        items={[
          {
            key: 'back',
            label: back.title,
            children: (
              <CommandForm
                key={correction.drafted}
                name={draftName(back)}
                about={stayOf(page)}
                fields={back.fields}
                values={back.values}
                owner={officeOn(page.unit.id)}
                submit={back.title}
                confirm={back.confirm}
                send={send(back)}
              />
            ),
          },
        ]}
      />
    )}
  </Card>
)
