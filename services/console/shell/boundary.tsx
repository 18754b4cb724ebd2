/**
 * What a page that cannot be drawn leaves on screen: a sentence, and the way to open it again. What was typed is kept by
 * its form, not by what is drawn: it is there when the page is.
 */
import { Alert, Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { PartMissing } from '../session/parts.ts'

type Props = {
  /** Where somebody is: another place is drawn anew. */
  place: string
  children: ReactNode
}
type State = { readonly error?: unknown; readonly place: string }

export class Boundary extends Component<Props, State> {
  override state: State = { place: this.props.place }
  static getDerivedStateFromError = (error: unknown): Partial<State> => ({ error })
  static getDerivedStateFromProps = ({ place }: Props, state: State): State | null =>
    place === state.place ? null : { place }

  override render(): ReactNode {
    const { error, place } = this.state
    if (error === undefined) return this.props.children
    // React does not ask again for a part that did not arrive.
    const isMissing = error instanceof PartMissing
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={isMissing ? '页面没有读全：网络不通，或者系统刚刚更新。' : '页面显示出错。'}
        description={`您填写的内容没有丢失，重新打开后可以继续。${isMissing ? '姓名、电话等个人信息不存本机，还没有保存的须重新填写。' : '如果正在使用浏览器的网页翻译，请先关闭翻译。'}`}
        action={
          <Button
            type="primary"
            onClick={() => (isMissing ? location.reload() : this.setState({ error: undefined, place }))}
          >
            重新打开
          </Button>
        }
      />
    )
  }
}
