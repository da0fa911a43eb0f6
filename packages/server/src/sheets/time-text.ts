import type { Token } from './format-code.ts'
import { type Moment, pad } from './serial.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
const monthNames = [...months, 'November', 'December']
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A day or a time as its format shows it. Chinese figures ([DBNum1]) are shown as plain ones. */
export function timeText(tokens: readonly Token[], at: Moment, serial: number): string {
  const halves = tokens.some((token) => token.kind === 'time' && token.text.includes('/'))
  return tokens
    .map((token) => {
      if (token.kind === 'text' || token.kind === 'digit') return token.text
      return token.kind === 'time' ? part(token.text, at, serial, halves) : ''
    })
    .join('')
}

function part(code: string, at: Moment, serial: number, halves: boolean): string {
  const hour = halves ? at.hour % 12 || 12 : at.hour
  const first = code.charAt(0)
  const long = code.length > 1
  if (code === 'am/pm' || code === 'a/p')
    return at.hour < 12
      ? code.slice(0, code.length / 2).toUpperCase()
      : code.slice(Math.ceil(code.length / 2)).toUpperCase()
  if (code === '上午/下午') return at.hour < 12 ? '上午' : '下午'
  if (first === 'y' || first === 'e') return code.length > 2 || first === 'e' ? pad(at.year, 4) : pad(at.year % 100, 2)
  if (first === 'b') return String(at.year + 543)
  if (first === 'm') return month(code.length, at.month)
  if (first === 'd') return day(code.length, at)
  if (first === 'a') return `${code.length === 4 ? '星期' : ''}${weekdays[at.weekday]}`
  if (first === 'h') return pad(hour, long ? 2 : 1)
  if (first === 'n') return pad(at.minute, long ? 2 : 1)
  if (first === 's') return pad(at.second, long ? 2 : 1)
  if (code.startsWith('.')) return `.${'0'.repeat(code.length - 1)}`
  return elapsed(code, serial)
}

function month(length: number, value: number): string {
  const name = monthNames[value - 1] ?? ''
  if (length <= 2) return pad(value, length)
  return length === 3 ? name.slice(0, 3) : length === 4 ? name : name.slice(0, 1)
}

function day(length: number, at: Moment): string {
  const name = weekdayNames[at.weekday] ?? ''
  return length <= 2 ? pad(at.day, length) : length === 3 ? name.slice(0, 3) : name
}

/** [h], [m], [s]: all of them since day 0. */
function elapsed(code: string, serial: number): string {
  const seconds = Math.floor(serial * 86_400 + 0.5 + 1e-6)
  const unit = code.charAt(1)
  const value = unit === 'h' ? seconds / 3600 : unit === 'm' ? seconds / 60 : seconds
  return pad(Math.floor(value), code.length - 2)
}
