/** One case of another project's suite, as it stands towards this reader. */
export interface PeerCase {
  suite: string
  category: string
  /** Why a work list does not need this category; absent where it is in a reader's business. */
  outside?: string
  /** What was asked, for `--show`; never written to a results file. */
  asked: string
  pass: boolean
  got: string
}

export const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** The first rule whose pattern meets the text says which category it is and why that is none of ours. */
export function outsideOf(
  text: string,
  rules: readonly (readonly [RegExp, string, string])[],
): { category: string; outside: string } | null {
  const rule = rules.find(([pattern]) => pattern.test(text))
  return rule ? { category: rule[1], outside: rule[2] } : null
}
