import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { UnitEntry } from '../types.ts'
import { unitBook } from './book.ts'
import { UNIT_CATALOGUE } from './catalogue.ts'
import { readUnitMark, unitsInSentence } from './marks.ts'
import { row } from './row.ts'

const book = unitBook()

describe('the catalogue', () => {
  it('has unique codes, known measures and dated old names', () => {
    expect(new Set(UNIT_CATALOGUE.map((unit) => unit.code)).size).toBe(UNIT_CATALOGUE.length)
    expect(UNIT_CATALOGUE.length).toBeGreaterThanOrEqual(62)
    for (const unit of UNIT_CATALOGUE) {
      for (const code of [...unit.leads, ...unit.supports]) expect(code).toMatch(/^M(?:0[1-9]|[1-3]\d|4[0-7])$/)
      const ended = unit.aliases.map((alias) => alias.until ?? '2019-03-31')
      for (const until of ended) expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('gives each name to one unit only', () => {
    const owners = new Map<string, string>()
    for (const unit of UNIT_CATALOGUE) {
      for (const name of [unit.name, ...unit.aliases.map((alias) => alias.name)]) {
        expect(owners.get(name) ?? unit.code).toBe(unit.code)
        owners.set(name, unit.code)
      }
    }
  })

  it.each([
    ['发改局', '县发展和改革局'],
    ['发改委', '县发展和改革局'],
    ['青禾县发改局', '县发展和改革局'],
    ['**县发改局', '县发展和改革局'],
    ['县重点项目中心', '县发展和改革局'],
    ['国土局', '县自然资源局'],
    ['环保局', '市生态环境局县分局'],
    ['扶贫办', '县农业农村局'],
    ['各乡镇', '各乡镇（街道）'],
    ['省经信厅', '省经信厅'],
    ['某某协会', '某某协会'],
  ])('%s → %s', (written, name) => {
    expect(book.resolve(written)).toBe(name)
  })

  it('follows a successor in an overriding catalogue', () => {
    const own: UnitEntry[] = [
      row('a', '甲局', '政府', { successor: 'b' }),
      row('b', '乙局', '政府', { also: '县乙局' }),
    ]
    expect(unitBook(own).resolve('甲局')).toBe('乙局')
  })
})

describe('explicit marks', () => {
  it.each([
    ['责任单位：县工信局', false, ['县工业和信息化局'], []],
    ['责任单位：县工信局、县财政局', true, ['县工业和信息化局'], ['县财政局']],
    ['责任单位：县工信局、县财政局', false, [], ['县工业和信息化局', '县财政局']],
    [
      '牵头单位：县住建局；责任单位：县财政局、各乡镇（街道）',
      false,
      ['县住房和城乡建设局'],
      ['县财政局', '各乡镇（街道）'],
    ],
    [
      '牵头单位：县教育局；配合单位：县人社局，县编办',
      false,
      ['县教育局'],
      ['县人力资源和社会保障局', '县委机构编制委员会办公室'],
    ],
    ['县发改局牵头，县财政局、县统计局配合', false, ['县发展和改革局'], ['县财政局', '县统计局']],
    ['牵头单位：县教育局 责任单位：县财政局、县住建局', false, ['县教育局'], ['县财政局', '县住房和城乡建设局']],
    ['牵头单位：县水利局，配合单位：各乡镇', false, ['县水利局'], ['各乡镇（街道）']],
    ['县发改局、县财政局等部门按职责分工负责', false, [], ['县发展和改革局', '县财政局']],
    ['责任单位：省经信厅、各市、县〔市、区〕政府', true, ['省经信厅'], ['各市、县〔市、区〕政府']],
  ])('%s', (inside, firstLeads, lead, support) => {
    const named = readUnitMark(inside, book, firstLeads)
    expect(named?.lead).toEqual(lead)
    expect(named?.support).toEqual(support)
  })

  it('reads the lead leader where it is written', () => {
    expect(readUnitMark('牵头领导：常务副县长；责任单位：县财政局', book, false)?.leader).toBe('常务副县长')
  })
})

describe('units in running text', () => {
  it.each([
    ['由县发改局牵头，县财政局、县统计局配合，6月底前提出方案。', ['县发展和改革局'], ['县财政局', '县统计局']],
    ['由县供电公司配合、县发改局牵头，拿出用电方案。', ['县发展和改革局'], ['国网县供电公司']],
    ['县教育局要会同住建局，把学位缺口算清楚。', ['县教育局'], ['县住房和城乡建设局']],
    ['发改局要牵头制定办法。', ['县发展和改革局'], []],
    ['各乡镇（街道）要摸清底数。', ['各乡镇（街道）'], []],
    ['住建、交通、水利三家要约见施工单位。', [], ['县住房和城乡建设局', '县交通运输局', '县水利局']],
    ['财政部门要加快拨付资金。', ['县财政局'], []],
    ['县委督查室每月督查一次，结果在全县通报。', ['县委办公室'], []],
    ['县委组织部上半年要修订考核办法。', ['县委组织部'], []],
  ])('%s', (sentence, lead, support) => {
    const named = unitsInSentence(sentence, book)
    expect(named?.lead).toEqual(lead)
    expect(named?.support).toEqual(support)
  })

  it.each([
    ['要支持龙头企业牵头组建创新联合体。'],
    ['要加强对统计局数据的分析。'],
    ['全县各级各部门要抓好落实。'],
    ['要由点到面推开。'],
  ])('finds none in %s', (sentence) => {
    expect(unitsInSentence(sentence, book)).toBeNull()
  })
})

describe('candidates', () => {
  const first = (sentence: string): string | undefined =>
    readDocument(`在全县推进会上的讲话\n同志们：\n${sentence}`).matters[0]?.units.candidates[0]?.unit

  it.each([
    ['要将县融资担保公司注册资本增至3亿元。', '县财政局'],
    ['要推动优质企业加快上市。', '县金融发展服务中心'],
    ['要完善小额信贷流程。', '县农业农村局'],
    ['要完善农业贷款保证保险工作。', '县金融发展服务中心'],
    ['全面盘查闲置土地及厂房。', '县自然资源局'],
    ['要列出工作清单、闭环链条推进。', '县委财经委员会办公室'],
    ['要提升城市精细化管理水平。', '县城市管理局'],
    ['要加强税收征管，做好纳税服务。', '国家税务总局县税务局'],
  ])('%s → %s', (sentence, unit) => {
    expect(first(sentence)).toBe(unit)
  })

  it('puts units that may not lead behind those that may', () => {
    const read = readDocument('在全县推进会上的讲话\n同志们：\n要加强税收和统计入统工作，推动规上企业升规。')
    const [top] = read.matters[0]?.units.candidates ?? []
    expect(top?.unit).toBe('县工业和信息化局')
    expect(top?.why.length).toBeGreaterThan(0)
    expect(top?.score).toBeLessThan(1)
  })
})
