import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { ReactNode } from 'react'
import type { WidgetProps } from './widget.ts'

dayjs.locale('zh-cn')

// The first is how it is shown; the others are how clerks type it.
const days = ['YYYY年M月D日', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']
const months = ['YYYY年M月', 'YYYY-M', 'YYYY.M', 'YYYY/M', 'YYYYMM']

/** A day or a month, picked or typed. */
export function Days({ id, label, field, value, onChange }: WidgetProps): ReactNode {
  const month = field.shape.kind === 'month'
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      picker={month ? 'month' : 'date'}
      format={month ? months : days}
      placeholder={month ? '选月份，或直接写 2026.5' : '选日期，或直接写 2026.5.21'}
      className="days"
      value={typeof value === 'string' ? dayjs(month ? `${value}-01` : value) : null}
      onChange={(next) => onChange(next ? next.format(month ? 'YYYY-MM' : 'YYYY-MM-DD') : null)}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  )
}
