const LOWER = { digits: '零一二三四五六七八九', small: ['', '十', '百', '千'] }
const FORMAL = { digits: '零壹贰叁肆伍陆柒捌玖', small: ['', '拾', '佰', '仟'] }
const BIG = ['', '万', '亿']

/** Writes a whole number below 10¹² as Chinese does, in lower or formal case: the inverse that tests read back. */
export function writeNumeral(n: bigint, formal: boolean): string {
  const { digits, small } = formal ? FORMAL : LOWER
  let out = ''
  let gap = false
  const groups = [n / 100_000_000n, (n / 10_000n) % 10_000n, n % 10_000n]
  for (const [i, group] of groups.entries()) {
    let written = ''
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Number(group / 10n ** BigInt(place)) % 10
      if (digit === 0) {
        gap = out !== '' || written !== ''
        continue
      }
      written += `${gap ? digits[0] : ''}${digits[digit]}${small[place]}`
      gap = false
    }
    if (written !== '') out += `${written}${BIG[2 - i]}`
  }
  return out
}
