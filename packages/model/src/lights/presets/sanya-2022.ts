import { sanyaProgress } from '@yipanqi/rules'
import type { Preset } from './preset.ts'

/** 三亚 2022 as far as it concerns one matter; its talks after two yellow lights are people's. */
export const sanya2022: Preset<'sanya-2022'> = { id: 'sanya-2022', name: '三亚 2022', progress: sanyaProgress }
