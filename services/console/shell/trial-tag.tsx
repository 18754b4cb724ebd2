import { Tag } from 'antd'

/** Marks whatever belongs to a trial batch. */
export const TrialTag = () => <Tag color="warning">演练</Tag>
