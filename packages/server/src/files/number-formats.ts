// How word processors print a counter.

const digits = '零一二三四五六七八九'

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五. Beyond 9,999 in figures. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value)
  if (value < 10) return digits[value] ?? ''
  let text = ''
  let gap = false
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + digits[digit] + unit
      gap = false
    }
  }
  return value < 20 ? text.slice(1) : text
}

/** 1 → ① … 20 → ⑳, beyond in figures. */
export function circled(value: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb, as word processors count. */
export function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value)
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

/** 4 → iv; beyond 3,999 in figures. */
export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [size, sign] of [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const) {
    text += sign.repeat(Math.floor(rest / size))
    rest %= size
  }
  return text
}
