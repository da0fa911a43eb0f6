import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { LibraryView } from '../fields/view.ts'
import { mayBeColumn } from './columns.ts'

interface Props {
  library: LibraryView
  shown: readonly string[]
  /** undefined: as the ledger begins. */
  onDone: (columns: readonly string[] | undefined) => void
  onClose: () => void
}

/** Which columns, in which order: ticked and moved by buttons, so that the keyboard does all of it. */
export function ColumnsDialog({ library, shown, onDone, onClose }: Props): ReactNode {
  const [names, setNames] = useState(shown)
  const fixed = library.title.name
  const all = [...(library.stage ? [library.stage] : []), ...library.fields].filter(mayBeColumn)
  const rest = all.filter((f) => !names.includes(f.name))
  const sections = [...new Set(rest.map((f) => f.shape.section ?? ''))]
  const move = (name: string, by: number): void => {
    const list = names.filter((n) => n !== name)
    list.splice(Math.max(1, names.indexOf(name) + by), 0, name)
    setNames(list)
  }
  return (
    <Modal
      open
      title="栏目"
      width={560}
      onCancel={onClose}
      footer={[
        <Button key="back" onClick={() => onDone(undefined)}>
          恢复默认
        </Button>,
        <Button key="done" type="primary" onClick={() => onDone(names)}>
          就这样显示
        </Button>,
      ]}
    >
      <div className="columns">
        <ol className="columns-on" aria-label="显示的栏目，自左至右">
          {names.map((name, index) => {
            const label = library.find(name)?.label ?? name
            return (
              <li key={name} className="row">
                <span className="grow">{label}</span>
                {name === fixed ? (
                  <span className="mute small">总在最前</span>
                ) : (
                  <>
                    <button
                      type="button"
                      className="link"
                      disabled={index <= 1}
                      aria-label={`${label}往前移`}
                      onClick={() => move(name, -1)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="link"
                      disabled={index === names.length - 1}
                      aria-label={`${label}往后移`}
                      onClick={() => move(name, 1)}
                    >
                      ↓
                    </button>
                    <button
                      type="button"
                      className="link"
                      aria-label={`不显示${label}`}
                      onClick={() => setNames(names.filter((n) => n !== name))}
                    >
                      去掉
                    </button>
                  </>
                )}
              </li>
            )
          })}
        </ol>
        <div className="columns-off">
          {sections.map((section) => (
            <section key={section}>
              <h3 className="mute small">{section || '其他'}</h3>
              <div className="row">
                {rest
                  .filter((f) => (f.shape.section ?? '') === section)
                  .map((f) => (
                    <button key={f.name} type="button" className="chip" onClick={() => setNames([...names, f.name])}>
                      ＋ {f.label}
                    </button>
                  ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </Modal>
  )
}
