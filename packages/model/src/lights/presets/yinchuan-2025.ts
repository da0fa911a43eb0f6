import { yinchuanFunds, yinchuanListing, yinchuanProgress, yinchuanStart } from '@yipanqi/rules'
import type { Preset } from './preset.ts'

/** 银川 2025, whole: progress in percentage points, start, listing and money of projects. */
export const yinchuan2025: Preset<'yinchuan-2025'> = {
  id: 'yinchuan-2025',
  name: '银川 2025',
  progress: yinchuanProgress,
  project: { start: yinchuanStart, listing: yinchuanListing, funds: yinchuanFunds },
}
