import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'

dayjs.locale('zh-cn')

interface Props {
  id?: string
  value: string | null
  onChange: (value: string | null) => void
  /** Last and first day that may be chosen. */
  max?: string
  min?: string
  label?: string
  placeholder?: string
}

/** A day as `YYYY-MM-DD` in and out; the picker's own date type stays in here. */
export function DateField({ id, value, onChange, max, min, label, placeholder }: Props): ReactNode {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      aria-label={label}
      placeholder={placeholder ?? '选日期'}
      value={value ? dayjs(value) : null}
      format="YYYY年M月D日"
      onChange={(date) => onChange(date ? date.format('YYYY-MM-DD') : null)}
      // Enter takes the day that was typed; it does not send the form around it.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      allowClear={false}
    />
  )
}
