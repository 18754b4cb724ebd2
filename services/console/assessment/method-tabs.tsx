/** The methods side by side: how far each is, and what whoever looks has done in it. */
import { Tag, Typography } from 'antd'
import { Link } from 'wouter'
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import { standingOf } from './noted.ts'

type Props = {
  page: AssessmentPage
  current: string
  hrefOf: (method: string) => string
}

export const MethodTabs = ({ page, current, hrefOf }: Props) => (
  <nav aria-label="考核方式">
    <ul className="assessment-methods">
      {page.methods.map(({ name, title, ended, records, noted, unrecorded }) => (
        <li key={name}>
          <Link href={hrefOf(name)} aria-current={name === current ? 'page' : undefined} data-method={name}>
            <span>
              {title} <Tag color={ended || page.over ? 'default' : 'processing'}>{standingOf(page, { ended })}</Tag>
            </span>
            <Typography.Text type="secondary">
              记录{records}次
              {page.dossier &&
                noted.length > 0 &&
                `，本人已记${noted.length}项${unrecorded > 0 ? '（有未列入记录的）' : ''}`}
            </Typography.Text>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)
