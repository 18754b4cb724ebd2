/** What whoever logs in is told of their data 个人信息告知. */
import { Button, Modal, Typography } from 'antd'
import { PRIVACY_PATH, PRIVACY_TITLE, toUsers } from '#county/privacy-notice.ts'
import type { Handled } from './use-privacy-notice.ts'

type Props = { handling: Handled; close: () => void; haveRead: () => void }

export default function PrivacyDialog({ handling, close, haveRead }: Props) {
  const { office, officePhone, keepsStaff, keepsLogins } = handling
  const { lines } = toUsers({ office, retention: { staff: { years: keepsStaff }, login: { years: keepsLogins } } })
  return (
    <Modal
      open
      title={PRIVACY_TITLE}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={haveRead}>
          已阅读
        </Button>
      }
    >
      {lines.map((line) => (
        <Typography.Paragraph key={line}>{line}</Typography.Paragraph>
      ))}
      <Typography.Paragraph>
        您可以向{office}
        {officePhone && `（电话${officePhone}）`}
        查阅、复制、更正本人的信息。处理的依据、其他人员的信息和各项权利，见
        <a href={PRIVACY_PATH} target="_blank" rel="noreferrer">
          全文
        </a>
        。以后可在页面下方再次查看。
      </Typography.Paragraph>
    </Modal>
  )
}
