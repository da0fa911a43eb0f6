import { tianjinBond, tianjinGrowth } from '@yipanqi/rules'
import type { Preset } from './preset.ts'

/** 天津 2022: growth rates by their own rule, money by the rule for bonds (share of the plan). */
export const tianjin2022: Preset<'tianjin-2022'> = {
  id: 'tianjin-2022',
  name: '天津 2022',
  progress: tianjinBond,
  growth: tianjinGrowth,
}
