const candidates = [',', '\t', ';'] as const

export type Delimiter = (typeof candidates)[number]

/**
 * What parts the fields of a .csv: the sign that the most lines have equally often (titles above the head have none,
 * sentences have commas here and there). `sep=;` in the first line decides, as Excel has it.
 * @param start the first characters of the text, some whole lines of it
 */
export function delimiterOf(start: string): { delimiter: Delimiter; declared: boolean } {
  const declared = /^sep=([,;\t])\r?\n/.exec(start)?.[1]
  if (declared) return { delimiter: declared as Delimiter, declared: true }
  const lines = countPerLine(start)
  let best: Delimiter = ','
  let bestScore = 0
  for (const [index, sign] of candidates.entries()) {
    const byCount = new Map<number, number>()
    for (const line of lines) {
      const count = line[index] ?? 0
      if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1)
    }
    for (const [count, times] of byCount) {
      // More columns break a tie of lines.
      const score = times * 1000 + Math.min(count, 999)
      if (score > bestScore) [best, bestScore] = [sign, score]
    }
  }
  return { delimiter: best, declared: false }
}

/** How often each candidate stands in each of the first lines, outside quotation marks. */
function countPerLine(start: string): number[][] {
  const lines: number[][] = []
  let counts = candidates.map(() => 0)
  let quoted = false
  for (const sign of start) {
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '\n' || sign === '\r') {
      lines.push(counts)
      if (lines.length >= 200) return lines
      counts = candidates.map(() => 0)
    } else {
      const index = candidates.indexOf(sign as Delimiter)
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
    }
  }
  lines.push(counts)
  return lines
}
