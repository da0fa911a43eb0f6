import type { GivenRole } from '@yipanqi/model'

interface RoleChoice {
  role: GivenRole
  key: string
  words: string
}

/** What a sentence can be, each with its key: the first letter of its name in pinyin, where no other key has it. */
export const roleChoices: readonly RoleChoice[] = [
  { role: 'obligation', key: 'r', words: '任务句' },
  { role: 'target', key: 'z', words: '目标句' },
  { role: 'common', key: 'y', words: '共性要求' },
  { role: 'result', key: 'c', words: '成效' },
  { role: 'background', key: 'b', words: '背景' },
  { role: 'slogan', key: 'h', words: '号召' },
  { role: 'heading', key: 't', words: '标题' },
  { role: 'other', key: 'q', words: '其他' },
]

export const roleWords = (role: string): string => roleChoices.find((r) => r.role === role)?.words ?? '其他'

/** 共性要求 is an obligation that stands among the refused with this word as its reason. */
export function shownRole(sentence: { role: GivenRole | string; why: string }): string {
  return sentence.role === 'obligation' && sentence.why.includes('共性要求') ? 'common' : sentence.role
}
