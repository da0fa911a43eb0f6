import { Modal } from 'antd'
import type { ReactNode } from 'react'

const keys: [string, string][] = [
  ['↓ 或 J', '下一项'],
  ['↑ 或 K', '上一项'],
  ['E', '改工作任务'],
  ['U', '选牵头单位'],
  ['D', '改完成时限'],
  ['X', '勾选这一项'],
  ['S', '拆分'],
  ['M', '合并勾选的几项'],
  ['Esc', '离开输入框或对话框'],
  ['?', '看这张表'],
]

export function KeysHelp({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Modal open footer={null} onCancel={onClose} width={380} title="快捷键">
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
