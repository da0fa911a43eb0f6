import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (...lines: string[]) => readDocument(lines.join('\n'), { date: '2026-02-01' })

describe('rows of a task table', () => {
  const reading = read(
    '松岭县2026年重点任务分解表',
    '序号\t重点任务\t年度目标\t责任单位\t配合单位\t完成时限',
    '1\t建设标准厂房\t5万平方米\t县发改局\t县住建局、县自然资源局\t10月底前',
    '2\t盘活闲置厂房\t8处\t\t各乡镇\t年底前',
    '3\t\t\t县人社局\t\t',
  )

  it('make one matter each, with the units and the day of their columns', () => {
    const rows = reading.matters.map(({ title, units, deadlines, targets }) => [
      title,
      units.lead.join(),
      units.support.join(),
      deadlines.map((one) => one.to).join(),
      targets.map((one) => one.text).join(),
    ])
    expect(rows).toEqual([
      ['建设标准厂房5万平方米', '县发展和改革局', '县住房和城乡建设局,县自然资源局', '2026-10-31', '5万平方米'],
      // An empty cell of responsible units was merged downwards.
      ['盘活闲置厂房8处', '县发展和改革局', '各乡镇（街道）', '2026-12-31', '8处'],
    ])
    expect(reading.coverage).toEqual({ obligations: 2, covered: 2, refused: [] })
  })

  it('say why, with places that are in the text', () => {
    const [matter] = reading.matters
    expect(matter?.reasons?.find((one) => one.about === 'split')?.why).toBe('任务表中的一行，一行一项')
    const due = matter?.reasons?.find((one) => one.about === 'deadline')
    expect(due?.why).toBe('写在完成时限一列')
    expect(due?.words.map(({ start, end }) => reading.document.text.slice(start, end))).toEqual(['10月底前'])
  })

  it('are read between strokes, and in an annex', () => {
    const drawn = read(
      '关于印发任务清单的通知',
      '各乡镇：',
      '现将任务清单印发给你们，请认真落实。',
      '附件',
      '| 工作任务 | 牵头单位 | 完成时间 |',
      '| 建成殡仪馆二期 | 县民政局 | 6月底 |',
    )
    expect(drawn.matters.map((one) => `${one.title} ${one.units.lead.join()} ${one.deadlines[0]?.to}`)).toEqual([
      '建成殡仪馆二期 县民政局 2026-06-30',
    ])
  })

  it('are none where the columns name no task', () => {
    const figures = read('指标\t单位\t数值', '产值\t亿元\t12.5', '税收\t万元\t830')
    expect(figures.matters).toEqual([])
  })
})
