/** A phrase that decides against the plain duty words: 担保公司增资 is 财政's although 担保 says 金融. */
export interface Trap {
  words: string
  unit: string
  weight: number
}

// Codes of units in the preset catalogue; an overriding catalogue with other codes simply does not meet them.
export const TRAPS: readonly Trap[] = [
  { words: '专项债', unit: 'caizhengju', weight: 1.5 },
  { words: '担保公司注册资本', unit: 'caizhengju', weight: 3 },
  { words: '增资', unit: 'caizhengju', weight: 2 },
  { words: '银企签约', unit: 'jinrongzhongxin', weight: 3 },
  { words: '校企合作', unit: 'rensheju', weight: 2 },
  { words: '保证保险', unit: 'jinrongzhongxin', weight: 3 },
  { words: '脱贫人口小额信贷', unit: 'nongyeju', weight: 3 },
  { words: '小额信贷', unit: 'nongyeju', weight: 2 },
  { words: '存量贷款管理', unit: 'nongyeju', weight: 1 },
  { words: '厂房空置', unit: 'yuanqu', weight: 2 },
  { words: '宅基地', unit: 'nongyeju', weight: 2 },
  { words: '占道', unit: 'chengguanju', weight: 2 },
  { words: '农村改厕', unit: 'nongyeju', weight: 2 },
  { words: '城区道路', unit: 'zhujianju', weight: 2 },
  { words: '村内道路', unit: 'nongyeju', weight: 2 },
  { words: '城区管网', unit: 'zhujianju', weight: 2 },
  { words: '污水', unit: 'zhujianju', weight: 1 },
  { words: '技工学校', unit: 'rensheju', weight: 3 },
  { words: '创业', unit: 'rensheju', weight: 1 },
  { words: '兑现资金', unit: 'caizhengju', weight: 2 },
  { words: '拟上市', unit: 'jinrongzhongxin', weight: 2 },
  { words: '上市后备', unit: 'jinrongzhongxin', weight: 2 },
  { words: '房地产', unit: 'zhujianju', weight: 1.5 },
  { words: '建筑业', unit: 'zhujianju', weight: 1.5 },
  { words: '金融资源', unit: 'jinrongzhongxin', weight: 1.5 },
]
