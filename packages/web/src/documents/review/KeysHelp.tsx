import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { helpRows } from './keys.ts'

export function KeysHelp({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <Modal open footer={null} onCancel={onClose} width={600} title="快捷键">
      <p className="mute small keys-note">改性质的键，管点中的那一句；没有点的，管这一项的原文。</p>
      <dl className="keys">
        {helpRows().map(([key, what]) => (
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
