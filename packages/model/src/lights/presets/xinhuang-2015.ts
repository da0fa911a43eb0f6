import { xinhuangProgress } from '@yipanqi/rules'
import type { Preset } from './preset.ts'

/** 新晃 2015: a yellow card under 60 % of the plan; red only by the deadline. */
export const xinhuang2015: Preset<'xinhuang-2015'> = {
  id: 'xinhuang-2015',
  name: '新晃 2015',
  progress: xinhuangProgress,
}
