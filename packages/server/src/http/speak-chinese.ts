// What a person did wrong in a body, in words without a programmer's terms: zod's own Chinese still says string and
// undefined.
import { z } from 'zod'

const kinds: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '多项',
  object: '一组内容',
}

/** Lays our words over all schemas; a message that a schema gives itself stands before them. */
export function speakChinese(): void {
  z.config({
    ...z.locales.zhCN(),
    customError: (issue) => {
      switch (issue.code) {
        case 'invalid_type':
          return issue.input === undefined ? '必填' : `要填${kinds[issue.expected] ?? '别的内容'}`
        case 'invalid_value':
          return issue.input === undefined ? '必填' : `只能是 ${issue.values.map(String).join('、')} 之一`
        case 'too_small':
          return size('至少', issue.origin, issue.minimum)
        case 'too_big':
          return size('至多', issue.origin, issue.maximum)
        default:
          return undefined
      }
    },
  })
}

function size(word: string, origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${word} ${limit} 个字`
  return origin === 'array' ? `${word} ${limit} 项` : `${word}为 ${limit}`
}
