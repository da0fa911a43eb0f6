import type { DocumentDetail, GivenRole } from '@yipanqi/model'
import type { ReactNode } from 'react'
import { useSpotlight } from '../paper/spotlight.ts'
import { roleChoices, roleWords, shownRole } from './roles.ts'

type Sentence = DocumentDetail['sentences'][number]

interface Props {
  sentence: Sentence
  /** False once the units are asked: then a sentence stays what it is. */
  open: boolean
  onGive: (start: number, role: GivenRole) => void
}

/** What this sentence is and why, and what else it could be: one key or one tap. */
export function RoleBar({ sentence, open, onGive }: Props): ReactNode {
  const role = shownRole(sentence)
  useSpotlight(sentence.words ?? [])
  return (
    <div className="reason">
      <div>
        这一句是<b>{roleWords(role)}</b>：{sentence.why}
        {sentence.was && sentence.was.role !== role && (
          <span className="mute">
            （原读作{roleWords(sentence.was.role)}：{sentence.was.why}）
          </span>
        )}
      </div>
      {open && (
        <div className="role-bar" role="group" aria-label="改为">
          {roleChoices.map((choice) => (
            <button
              key={choice.role}
              type="button"
              className="role"
              aria-pressed={choice.role === role}
              disabled={choice.role === role}
              onClick={() => onGive(sentence.start, choice.role)}
            >
              {choice.words} <kbd>{choice.key.toUpperCase()}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
