import { guangyuan2018 } from './guangyuan-2018.ts'
import type { Preset } from './preset.ts'
import { sanya2022 } from './sanya-2022.ts'
import { tianjin2022 } from './tianjin-2022.ts'
import { xinhuang2015 } from './xinhuang-2015.ts'
import { yinchuan2025 } from './yinchuan-2025.ts'

export const presetIds = ['yinchuan-2025', 'sanya-2022', 'tianjin-2022', 'xinhuang-2015', 'guangyuan-2018'] as const
export type PresetId = (typeof presetIds)[number]

export const presets: { readonly [K in PresetId]: Preset<K> } = {
  'yinchuan-2025': yinchuan2025,
  'sanya-2022': sanya2022,
  'tianjin-2022': tianjin2022,
  'xinhuang-2015': xinhuang2015,
  'guangyuan-2018': guangyuan2018,
}

export type { Preset } from './preset.ts'
