import type { MatterItem } from '@yipanqi/model'
import { stateWords } from '@yipanqi/model/words.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** 归并过的: the sentence is one more source of a matter in force; there is nothing to draft. */
export function JoinedNote({ matter }: { matter: MatterItem }): ReactNode {
  return (
    <p className="editor small">
      这一句归并到{stateWords[matter.state]}的事项，随它一起报、一起亮灯，不新立、不再征求意见；要改走“调整”。{' '}
      <Link to="." search={(search: Record<string, unknown>) => ({ ...search, matter: matter.id })}>
        看这项事项
      </Link>
    </p>
  )
}
