import { describe, expect, it } from 'vitest'
import { unitBook } from './book.ts'
import { unitsInSentence } from './marks.ts'

const book = unitBook()
const told = (sentence: string): string => {
  const units = unitsInSentence(sentence, book)
  return units === null ? '–' : `${units.lead.join(' ')} | ${units.support.join(' ')}`
}

describe('units told in spoken forms', () => {
  it.each([
    ['二、县发改局负责做好停车收费标准核定。', '县发展和改革局 | '],
    ['县住建局5月底前完成城区排水管网摸排。', '县住房和城乡建设局 | '],
    ['县财政局安排资金200万元。', '县财政局 | '],
    ['各乡镇每周报送一次进展。', '各乡镇（街道） | '],
    ['责成县水利局限期整改。', '县水利局 | '],
    ['会议责成县城管局于6月底前拆除到位。', '县城市管理局 | '],
    ['该项目用地问题交县自然资源局办理。', '县自然资源局 | '],
    ['请县委宣传部做好舆论引导。', '县委宣传部 | '],
    ['县住建局会同县财政局、县审计局测算回购资金。', '县住房和城乡建设局 | 县财政局 县审计局'],
    ['县住建局负责道路，县交通局负责公路。', '县住房和城乡建设局 | 县交通运输局'],
    ['发改、住建两个部门要联合会审。', ' | 县发展和改革局 县住房和城乡建设局'],
    ['青山镇要加快征地进度。', '青山镇 | '],
    ['县民宿发展服务中心要建立名录。', '县民宿发展服务中心 | '],
  ])('%s', (sentence, expected) => expect(told(sentence)).toBe(expected))

  it.each([
    '教育要先行。',
    '农业要强、农村要美。',
    '财政要过紧日子。',
    '集镇要加快改造提升。',
    '小城镇要突出特色。',
    '县级领导要带头包联。',
    '县域经济要提质增效。',
    '县教育局落实情况纳入考核。',
    '乡村振兴要规划先行。',
    '住房和交通要先规划。',
    '交通要道要保持畅通。',
  ])('no unit in an ordinary word: %s', (sentence) => expect(told(sentence)).toBe('–'))
})
