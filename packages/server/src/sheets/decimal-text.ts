// Digits of a number as spreadsheets see it: fifteen significant ones, decimal, rounded half away from zero.

/** 1234.5 → { digits: '12345', point: 4 }: 0.digits × 10^point. Zero has no digits. */
export function decimalDigits(value: number): { digits: string; point: number } {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const digits = mantissa.replace('.', '').replace(/0+$/, '')
  return digits === '' ? { digits, point: 0 } : { digits, point: Number(exponent) + 1 }
}

/**
 * |value| with exactly so many decimals: (1.005, 2) → '1.01', where binary floating point alone says 1.00.
 * @param decimals 0–30
 */
export function roundedText(value: number, decimals: number): string {
  // Most amounts have no more decimals than are shown: then there is nothing to round, and binary and decimal agree.
  const fixed = Math.abs(value).toFixed(decimals)
  if (fixed.length <= 16 && Number(fixed) === Math.abs(value)) return fixed
  const { digits, point } = decimalDigits(value)
  // The place after the last one that is kept, in `digits`.
  const cut = point + decimals
  let kept: string
  if (cut < 0) kept = '0'
  else {
    kept = digits.slice(0, cut).padEnd(cut, '0')
    if (digits.charCodeAt(cut) >= 53) kept = kept === '' ? '1' : increment(kept)
  }
  kept = kept.padStart(decimals + 1, '0')
  return decimals === 0 ? kept : `${kept.slice(0, -decimals)}.${kept.slice(-decimals)}`
}

function increment(digits: string): string {
  let at = digits.length - 1
  while (at >= 0 && digits[at] === '9') at--
  const zeros = '0'.repeat(digits.length - 1 - at)
  return at < 0 ? `1${zeros}` : `${digits.slice(0, at)}${Number(digits[at]) + 1}${zeros}`
}

/**
 * The general format: every digit that is exact, so 15 of them at most (Excel's own column shows 11, its formula bar
 * these). What is longer stands as 9.13501E+17: digits after the fifteenth are gone from the file.
 */
export function generalText(value: number): string {
  if (value === 0) return '0'
  const { digits, point } = decimalDigits(value)
  const sign = value < 0 ? '-' : ''
  if (point > 15 || point < -8) {
    const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(5).split('e')
    const power = Number(exponent)
    const shown = mantissa.includes('.') ? mantissa.replace(/0+$/, '').replace(/\.$/, '') : mantissa
    return `${sign}${shown}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  const whole = digits.slice(0, point).padEnd(point, '0')
  return digits.length > point ? `${sign}${whole}.${digits.slice(point)}` : sign + whole
}

/** 1234567 → 1,234,567 */
export function grouped(whole: string): string {
  let text = ''
  for (let end = whole.length; end > 0; end -= 3) {
    const part = whole.slice(Math.max(0, end - 3), end)
    text = text === '' ? part : `${part},${text}`
  }
  return text
}
