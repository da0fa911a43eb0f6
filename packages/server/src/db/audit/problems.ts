/** What can be wrong with a sealed chain. */
export type ProblemKind = 'changed' | 'missing' | 'inserted' | 'cut-tail' | 'rewritten' | 'gap'

export interface Problem {
  readonly kind: ProblemKind
  readonly county: string
  /** The seal's number. */
  readonly number: number
  /** For the audit administrator, in Chinese. */
  readonly message: string
}

const words: Record<ProblemKind, string> = {
  changed: '内容与封存时不符：审计记录或封存记录被改动',
  missing: '审计记录少于封存时：有记录被删除',
  inserted: '审计记录多于封存时：有记录被事后加入',
  'cut-tail': '封存链的末尾被截去',
  rewritten: '封存链被重写：与另存的链头不一致',
  gap: '封存链不连续',
}

export function problem(kind: ProblemKind, county: string, number: number, detail = ''): Problem {
  return {
    kind,
    county,
    number,
    message: `县 ${county} 第 ${number} 号封存：${words[kind]}${detail && `（${detail}）`}`,
  }
}
