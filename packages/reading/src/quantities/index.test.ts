import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '../types.ts'
import { findTargets } from './index.ts'

const read = (text: string): Target[] => findTargets(text, 0, text.length)
/** indicator | text | relation | basis | value(-to) | unit: one line a target. */
const lines = (text: string): string[] =>
  read(text).map((t) => {
    const value = t.masked ? '?' : t.to === null ? String(t.value) : `${t.value}-${t.to}`
    return `${t.indicator}|${t.text}|${t.relation}|${t.basis}|${value}|${t.unit}`
  })

describe('findTargets: relations', () => {
  it.each([
    ['全年招商引资到位资金不少于35亿元。', '招商引资到位资金|不少于35亿元|>=|level|35|亿元'],
    ['新增规上工业企业不低于12户。', '新增规上工业企业|不低于12户|>=|count|12|户'],
    ['城镇新增就业18万人以上。', '城镇新增就业|18万人以上|>=|count|18|万人'],
    ['工业总产值突破百亿元。', '工业总产值|突破百亿元|>|level|100|亿元'],
    ['贷款余额超过260亿元。', '贷款余额|超过260亿元|>|level|260|亿元'],
    ['不良贷款率控制在1.5%以内。', '不良贷款率|控制在1.5%以内|<=|level|1.5|%'],
    ['项目审批办理时限不得超过5个工作日。', '项目审批办理时限|不得超过5个工作日|<=|level|5|个工作日'],
    ['注册资本增至3亿元左右。', '注册资本|3亿元左右|≈|level|3|亿元'],
    ['固定资产投资增长约8%。', '固定资产投资|约8%|≈|change|8|%'],
    ['地区生产总值增长6.5%—7%。', '地区生产总值|6.5%—7%|range|change|6.5-7|%'],
    ['培育省级龙头企业3至5家。', '培育省级龙头企业|3至5家|range|count|3-5|家'],
    ['常住人口城镇化率提高到58.5%。', '常住人口城镇化率|58.5%|=|level|58.5|%'],
    ['绿化覆盖率达到42%。', '绿化覆盖率|42%|>=|share|42|%'],
    ['技改投资占工业投资比重达到35%以上。', '技改投资占工业投资比重|35%以上|>=|share|35|%'],
    ['亩均税收提高2个百分点。', '亩均税收|2个百分点|=|change|2|个百分点'],
    ['万元产值能耗压减15%以上。', '万元产值能耗|15%以上|>=|change|15|%'],
    ['居民人均可支配收入比2020年翻一番。', '居民人均可支配收入|翻一番|=|change|2|倍'],
    ['涉农贷款余额增长百分之十二点五。', '涉农贷款余额|百分之十二点五|=|change|12.5|%'],
    ['担保在保余额达到3千万元。', '担保在保余额|3千万元|>=|level|3|千万元'],
    ['园区亩均税收达到20万元/亩。', '园区亩均税收|20万元/亩|>=|level|20|万元/亩'],
    ['新增规上工业企业不少于 12 户。', '新增规上工业企业|不少于 12 户|>=|count|12|户'],
    ['地区生产总值增长 7 %左右。', '地区生产总值|7 %左右|≈|change|7|%'],
    ['不良贷款余额压减三成以上。', '不良贷款余额|三成以上|>=|change|3|成'],
    ['新增光伏装机50万千瓦。', '新增光伏装机|50万千瓦|=|level|50|万千瓦'],
    ['合格率达到百分之98.5。', '合格率|百分之98.5|>=|level|98.5|%'],
    ['城区排名保持全省前十位。', '城区排名保持全省|前十位|<=|level|10|位'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected])
  })
})

describe('findTargets: which thing the figure belongs to', () => {
  it('ties each figure of a chain to its own indicator', () => {
    expect(
      lines('地区生产总值增长7%左右，规上工业增加值增长9%，社会消费品零售总额突破80亿元；新建高标准农田3.2万亩。'),
    ).toEqual([
      '地区生产总值|7%左右|≈|change|7|%',
      '规上工业增加值|9%|=|change|9|%',
      '社会消费品零售总额|突破80亿元|>|level|80|亿元',
      '新建高标准农田|3.2万亩|=|level|3.2|万亩',
    ])
  })

  it('takes the noun behind the figure where the figure comes first', () => {
    expect(lines('改造26个老旧小区、180户农村危房，建设1.5万亩高标准农田。')).toEqual([
      '老旧小区|26个|=|count|26|个',
      '农村危房|180户|=|count|180|户',
      '高标准农田|1.5万亩|=|level|1.5|万亩',
    ])
    expect(lines('打造20个业态新、人气旺的消费街区。')).toEqual(['消费街区|20个|=|count|20|个'])
  })

  it('splits what 分别 lists and carries the change on', () => {
    expect(lines('单位产值能耗、水耗分别下降3%、5%。')).toEqual([
      '单位产值能耗|3%|=|change|3|%',
      '水耗|5%|=|change|5|%',
    ])
    expect(lines('城乡低保标准分别提高5%和8%。')).toEqual([
      '城乡低保标准|5%|=|change|5|%',
      '城乡低保标准|8%|=|change|8|%',
    ])
  })

  it('lets a bare growth figure go on about what stands before it', () => {
    expect(lines('完成工业投资40亿元，增长12%。')).toEqual([
      '工业投资|40亿元|=|level|40|亿元',
      '工业投资|12%|=|change|12|%',
    ])
  })

  it('goes on about the same thing over several dates', () => {
    expect(lines('支付进度6月底达50%、9月底达75%。')).toEqual([
      '支付进度|50%|>=|level|50|%',
      '支付进度|75%|>=|level|75|%',
    ])
  })

  it('leaves out who is to act and what is to become of the thing', () => {
    expect(lines('县财政局要在上半年把融资担保公司注册资本补充到3亿元。')).toEqual([
      '融资担保公司注册资本|3亿元|=|level|3|亿元',
    ])
    expect(lines('推进城南安置房480套主体封顶。')).toEqual(['城南安置房|480套|=|count|480|套'])
    expect(lines('统筹1.2亿元前期工作经费。')).toEqual(['前期工作经费|1.2亿元|=|level|1.2|亿元'])
    expect(lines('村集体经营性收入30万元以上的村达到120个。')).toEqual([
      '村集体经营性收入30万元以上的村|120个|>=|count|120|个',
    ])
  })

  it('keeps what a parenthesis or a name in quotation marks adds', () => {
    expect(lines('新（改）建农村公路120公里。')).toEqual(['新（改）建农村公路|120公里|=|level|120|公里'])
    expect(lines('新增专精特新“小巨人”企业3家。')).toEqual(['新增专精特新“小巨人”企业|3家|=|count|3|家'])
  })
})

describe('findTargets: masked and broken figures', () => {
  it.each(['**亿元', '＊＊亿元', 'XX亿元', 'ＸＸ亿元', '××亿元', '○○亿元', '___亿元', '□□亿元'])(
    '%s has no value yet',
    (mask) => {
      const [target] = read(`2026年计划新增信贷投放${mask}左右。`)
      expect(target).toMatchObject({
        indicator: '新增信贷投放',
        value: null,
        masked: true,
        unit: '亿元',
        relation: '≈',
        normal: null,
      })
    },
  )

  it('leaves a masked county and masked dates alone', () => {
    expect(read('奋力推进**县高质量发展，×月×日前报**办公室。')).toEqual([])
  })

  it('does not guess a number whose point was lost', () => {
    expect(read('营业收入超１ ２万亿元。')).toMatchObject([
      { text: '超１ ２万亿元', value: null, masked: true, unit: '万亿元' },
    ])
  })
})

describe('findTargets: normal values', () => {
  it.each([
    ['营业收入达到1.2万亿元。', { value: 1_200_000_000_000, to: null, unit: '元' }],
    ['新增流转土地1.15万亩。', { value: 11_500, to: null, unit: '亩' }],
    ['绿地500公顷。', { value: 7500, to: null, unit: '亩' }],
    ['培训三千五百人次以上。', { value: 3500, to: null, unit: '人次' }],
    ['到位资金30—50亿元。', { value: 3_000_000_000, to: 5_000_000_000, unit: '元' }],
    ['项目用能不高于８．５万吨标准煤。', { value: 85_000, to: null, unit: '吨标准煤' }],
  ])('%s', (text, normal) => {
    expect(read(text)[0]?.normal).toEqual(normal)
  })
})

describe('findTargets: what is no target', () => {
  it.each([
    '牢固树立全县“一盘棋”思想，坚持发展是第一要务。',
    '贯彻党的二十大和二十届三中全会精神。',
    '打通服务群众最后一公里。',
    '干部要下沉一线。',
    '推进“双碳”工作，服务“三农”。',
    '实现“十四五”规划目标。',
    '第一次推进会议。',
    '落实高质量发展政策60条。',
    '严格执行中央八项规定。',
    '认真落实浙政发〔2025〕10号文件。',
    '2026年是关键之年，3月15日召开会议。',
    '推进地铁13号线东延伸。',
    '落实第23条规定。',
    '盯紧三个节点。',
    '做好以下10个方面工作。',
    '开展三年行动。',
    '打造“15分钟社区生活圈”。',
    '设立5年过渡期。',
    '加大5G网络建设力度。',
    '降低PM2.5浓度。',
    '坚持“1+3+N”体系。',
    '做强生物医药等3个产业集群。',
    '培育百亿级产业。',
    '对符合条件的项目给予最高800万元补助。',
    '按照不高于合同金额的30%，给予最高200万元补助。',
    '年销售收入2000万元以上的工业企业要应统尽统。',
    '引导亿元以上项目落地。',
    '将18项收费免征范围扩大到所有企业。',
    '一一梳理问题，一项一项抓落实。',
    '一式5份。',
    '由5名副县级领导任组长。',
    '对迟报3次以上的单位予以通报。',
    '全县12个乡镇都要建立台账。',
    'G318国道。',
    '电话0854-6821234。',
    '一事无成，功成不必在我。',
    '十分重视，万无一失，千方百计。',
    '组成5人的专班。',
  ])('%s', (text) => {
    expect(lines(text)).toEqual([])
  })

  it('drops the old value and keeps the new one', () => {
    expect(lines('补助标准从每人40元提高到45元。')).toEqual(['补助标准|45元|=|level|45|元'])
  })

  it('counts projects, not their size', () => {
    expect(lines('引进10亿元以上项目3个。')).toEqual(['引进10亿元以上项目|3个|=|count|3|个'])
  })
})

describe('findTargets: laws', () => {
  const alphabet = [
    ...'**XX×○_0123456789.，。、；（）“”%亿万千百十一二三元亩家个项年月日增长到不少于以上左右翻番分别达超 —~至从提高的和企业',
  ]
  const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 80 })

  it('spans are in order, inside the stretch, and slice to the text', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (s, offset) => {
        const whole = '甲'.repeat(offset) + s
        let last = offset
        for (const t of findTargets(whole, offset, whole.length)) {
          expect(t.start).toBeGreaterThanOrEqual(last)
          expect(t.end).toBeGreaterThan(t.start)
          expect(whole.slice(t.start, t.end)).toBe(t.text)
          expect(t.masked).toBe(t.value === null)
          last = t.end
        }
        expect(last).toBeLessThanOrEqual(whole.length)
      }),
    )
  })
})
