import { Button, Card, Collapse, Flex, Select, Tag, Typography } from 'antd'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { sayExtent } from '#catalogue/words/say-extent.ts'
import { sayDocument, sayDue, sayStated, WHOSE_WORDS } from '#catalogue/words/say-facts.ts'
import type { CataloguePage } from '#contracts/catalogue.ts'

/** What it is, where it is taken from, which version, and what is odd about it. */
export function CatalogueHead({ page, choose }: { page: CataloguePage; choose: (version: number) => void }) {
  const { content, version, versions, findings } = page
  const due = sayDue(content)
  const notes = [...(content.gaps ?? []).map(({ number, note }) => `缺号${number}：${note}`), ...findings]
  return (
    <Card size="small" className="catalogue-head">
      <Flex gap={12} align="center" wrap>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 22 }}>
          {content.title}
        </Typography.Title>
        <Tag color={version.number === versions.length ? 'processing' : 'default'}>
          第{version.number}版{version.number < versions.length && '（已有新版）'}
        </Tag>
        <span style={{ flex: 1 }} />
        {versions.length > 1 && (
          <Select
            className="not-printed"
            aria-label="版次"
            value={version.number}
            onChange={choose}
            options={[...versions].reverse().map(({ number, at }) => ({
              value: number,
              label: `第${number}版（${saidDay(dateOf(at))}发布）`,
            }))}
          />
        )}
        <Button className="not-printed" onClick={() => window.print()}>
          打印
        </Button>
      </Flex>
      <dl className="catalogue-facts">
        <dt>来源</dt>
        <dd>{sayDocument(content)}</dd>
        <dt>内容</dt>
        <dd>
          {sayExtent(content)}
          {content.organs.length > 0 && `，涉及${content.organs.length}个机关`}
          {content.edition && `；版次：${sayStated(content.edition)}`}
          {due && `；${due}`}
        </dd>
        <dt>发布</dt>
        <dd>
          {saidDay(dateOf(version.at))}，摘要{' '}
          <code className="not-printed" title={version.digest}>
            {version.digest.slice(0, 12)}
          </code>
          <code className="only-printed catalogue-digest">{version.digest}</code>
        </dd>
      </dl>
      <p className="catalogue-words">{WHOSE_WORDS}</p>
      {notes.length > 0 && (
        <Collapse
          size="small"
          className="not-printed"
          items={[
            {
              key: 'notes',
              label: `原文件的疑点（${notes.length}处）`,
              children: notes.map((note) => <div key={note}>{note}</div>),
            },
          ]}
        />
      )}
      {notes.length > 0 && (
        <div className="only-printed">
          原文件的疑点：
          {notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </div>
      )}
    </Card>
  )
}
