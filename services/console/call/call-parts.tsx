import { Descriptions, Typography } from 'antd'
import type { CallShown } from '#contracts/call.ts'

/** What a call says, part by part. */
export const CallParts = ({ parts }: { parts: CallShown }) => (
  <>
    {parts.map(({ title, text, lines, items, files = [] }) => (
      <section key={title} style={{ marginBottom: 16 }}>
        <Typography.Title level={3} style={{ fontSize: 16, margin: '0 0 8px' }}>
          {title}
        </Typography.Title>
        {text.map((one) => (
          <Typography.Paragraph key={one} style={{ whiteSpace: 'pre-wrap' }}>
            {one}
          </Typography.Paragraph>
        ))}
        {lines.length > 0 && (
          <Descriptions
            size="small"
            bordered
            column={1}
            styles={{ label: { width: 220 } }}
            items={lines.map(({ label, said, note }) => ({
              key: label,
              label,
              children: (
                <>
                  {said}
                  {note && (
                    <Typography.Text type="secondary" style={{ display: 'block' }}>
                      {note}
                    </Typography.Text>
                  )}
                </>
              ),
            }))}
          />
        )}
        {files.length > 0 && (
          <ol style={{ margin: 0, paddingInlineStart: 24 }}>
            {files.map(({ name, path, stopped }) => (
              <li key={path ?? name}>
                {path ? (
                  // Where it is given no more, a page says so beside this one.
                  <a href={path} target="_blank" rel="noreferrer">
                    {name}
                  </a>
                ) : (
                  name
                )}
                {stopped && <Typography.Text type="warning">（{stopped}）</Typography.Text>}
              </li>
            ))}
          </ol>
        )}
        {items.length > 0 && (
          <ol style={{ margin: 0, paddingInlineStart: 24 }}>
            {items.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        )}
      </section>
    ))}
  </>
)
