import { guangyuanProgress } from '@yipanqi/rules'
import type { Preset } from './preset.ts'

/** 广元（督察整改）: slower than planned is yellow; 完成无望 is for people to say, so red comes only by the deadline. */
export const guangyuan2018: Preset<'guangyuan-2018'> = {
  id: 'guangyuan-2018',
  name: '广元（督察整改）',
  progress: guangyuanProgress,
}
