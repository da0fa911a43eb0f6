// Excel's days: 1 is 1900-01-01, 60 is a 29th of February that never was, 61 is 1900-03-01. Files of the 1904 system
// count 1,462 fewer.

export const days1904 = 1462
const dayMs = 86_400_000
const zero = Date.UTC(1899, 11, 30)

export interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** 0 Sunday */
  weekday: number
}

/** @param serial 1900 system, ≥ 0, < 2,958,466 (9999-12-31); else null. Day 60 is told as 1900-02-29, as Excel does. */
export function momentOf(serial: number): Moment | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  // Halves of a second are rounded up, as Excel shows them; a tenth of a microsecond is how exact a serial is.
  const seconds = Math.floor(serial * 86_400 + 0.5 + 1e-6)
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  const time = { hour: Math.floor(rest / 3600), minute: Math.floor(rest / 60) % 60, second: rest % 60 }
  if (day === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...time }
  if (day === 0) return { year: 1900, month: 1, day: 0, weekday: 6, ...time }
  const date = new Date(zero + (day < 60 ? day + 1 : day) * dayMs)
  const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return { year, month, day: of, weekday: (day + 6) % 7, ...time }
}

/** `YYYY-MM-DD` of a serial, null where there is no such day: 0, 60, negative, beyond 9999. */
export function isoOfSerial(serial: number): string | null {
  const day = Math.floor(serial)
  const at = momentOf(day)
  if (!at || day === 0 || day === 60) return null
  return `${pad(at.year, 4)}-${pad(at.month, 2)}-${pad(at.day, 2)}`
}

/** The serial of `YYYY-MM-DD`, null for days before 1900-03-01: programs disagree on those by one. */
export function serialOfIso(iso: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!found) return null
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  const day = (at - zero) / dayMs
  return day >= 61 && new Date(at).toISOString().startsWith(iso) ? day : null
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
