import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { roleChoices } from './roles.ts'

const keys: [string, string][] = [
  ['↓ 或 J', '下一项'],
  ['↑ 或 K', '上一项'],
  ['V', '确认这一项的拟定，到下一项'],
  ['W', '看依据：为什么这样读'],
  ['E', '改工作任务'],
  ['1—5', '牵头单位取第几个候选'],
  ['U', '选别的牵头单位'],
  ['D', '改完成时限'],
  ['X', '勾选这一项'],
  ['S', '拆分'],
  ['M', '合并勾选的几项'],
  ['Esc', '离开输入框或对话框'],
  ['?', '看这张表'],
]

/** Of the sentence that was clicked, or the one behind the draft under the cursor. */
const roleKeys = roleChoices.map(({ key, words }): [string, string] => [key.toUpperCase(), `这一句是${words}`])

export function KeysHelp({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Modal open footer={null} onCancel={onClose} width={560} title="快捷键">
      <dl className="keys">
        {[...keys, ...roleKeys].map(([key, what]) => (
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
