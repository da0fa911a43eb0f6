// Words that exclude one another: where one text says one and the other another, they speak of different things
// however much else they share (城镇居民收入, 农村居民收入).
const SETS: readonly (readonly string[])[] = [
  ['城镇', '农村', '乡村'],
  ['城东', '城西', '城南', '城北'],
  ['一期', '二期', '三期'],
  ['工业', '农业', '服务业', '建筑业'],
  ['小学', '初中', '高中', '幼儿园', '职业教育'],
  ['规上', '限上'],
  ['高新技术', '专精特新', '科技型中小', '瞪羚'],
  ['进出口', '零售'],
  ['内资', '外资'],
  ['供水', '污水', '供电', '供气'],
  ['水库', '河道', '公路', '桥梁', '铁路'],
  ['新签约', '新开工', '新竣工', '新投产'],
  ['粮食', '蔬菜', '生猪', '茶叶', '水果', '中药材'],
  ['春季', '秋季', '冬季'],
  ['企业债', '专项债', '一般债'],
  ['低保', '医保', '养老保险', '失业'],
  ['老年', '儿童', '残疾', '退役军人'],
  ['安全生产', '食品安全', '消防', '防汛', '森林防火', '道路交通'],
  ['农民工', '高校毕业生', '脱贫人口'],
  ['大气', '水环境', '土壤', '噪声'],
]

/** Do the two texts stand on different sides of a set of words? */
export function contrasts(one: string, other: string): boolean {
  return SETS.some((set) => {
    const here = set.filter((word) => one.includes(word))
    const there = set.filter((word) => other.includes(word))
    return here.length > 0 && there.length > 0 && !here.some((word) => there.includes(word))
  })
}
