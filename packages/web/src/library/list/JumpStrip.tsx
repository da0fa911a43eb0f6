import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import type { FieldView } from '../fields/view.ts'

// No Chinese syllable begins with i, u or v.
const letters = [...'ABCDEFGHJKLMNOPQRSTWXYZ']

interface Props {
  /** What the list is ordered by. */
  field: FieldView | undefined
  at: string | null
  onJump: (value: string | null) => void
}

/** Instead of a scroll bar over a million rows: straight to a letter, a day or a figure of the present order. */
export function JumpStrip({ field, at, onJump }: Props): ReactNode {
  if (!field) return null
  const { kind } = field.shape
  if (field.field.pinyin) {
    return (
      <div className="jump-letters no-print" role="group" aria-label={`按${field.label}的拼音首字母跳到`}>
        {letters.map((letter) => (
          <button
            key={letter}
            type="button"
            className={at === letter ? 'jump-on' : undefined}
            aria-pressed={at === letter}
            onClick={() => onJump(letter)}
          >
            {letter}
          </button>
        ))}
      </div>
    )
  }
  if (kind === 'date' || kind === 'month') {
    const picker = kind === 'date' ? 'date' : 'month'
    return (
      <label className="jump no-print">
        跳到{field.label}
        <DatePicker
          picker={picker}
          value={at ? dayjs(at) : null}
          placeholder={picker === 'date' ? '选日期' : '选月份'}
          onChange={(next) => onJump(next ? next.format(kind === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM') : null)}
        />
      </label>
    )
  }
  const scale = stepsOf(field)
  if (scale === null) return null
  return (
    <label className="jump no-print">
      跳到{field.label}
      <InputNumber
        placeholder="数值"
        value={at === null ? null : Number(at) / scale}
        onChange={(next) => onJump(next === null ? null : String(Math.round(Number(next) * scale)))}
        changeOnBlur
        keyboard={false}
        suffix={field.field.unit}
      />
    </label>
  )
}

/** Smallest steps in one of the shown measure; null where the order is not one of figures. */
function stepsOf({ field, shape }: FieldView): number | null {
  if (shape.kind === 'integer' || shape.kind === 'year') return 1
  if (!['money', 'area', 'decimal', 'percent'].includes(shape.kind)) return null
  const one = field.parse({ text: '1' }, { today: '', find: () => null })
  return one.ok && typeof one.value === 'number' ? one.value : null
}
