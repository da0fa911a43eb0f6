import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { adoptUnits, type OwnUnit } from './adopt.ts'

const own: OwnUnit[] = [
  { code: 'Z1', name: '某山县发展和改革局', short: '发改局', kind: '政府', mayLead: true },
  { code: 'S1', name: '某山县重点项目服务中心', short: '重点项目中心', kind: '事业', mayLead: true },
  { code: 'Z2', name: '某山县自然资源局', short: '自然资源局', aliases: ['林业局'], kind: '政府', mayLead: true },
  { code: 'D1', name: '中共某山县委组织部', short: '组织部', kind: '党委', mayLead: true },
  { code: 'T1', name: '某山县柳树镇人民政府', short: '柳树镇', kind: '乡镇', mayLead: true },
  {
    code: 'Z3',
    name: '某山县农业农村局',
    short: '农业农村局',
    formerly: [{ name: '某山县扶贫办', until: '2021-06-01' }],
    kind: '政府',
    mayLead: true,
  },
]

describe('adoptUnits', () => {
  const units = adoptUnits(own)
  const of = (code: string) => units.find((unit) => unit.code === code)

  it('inherits duties by name and keeps the county’s names', () => {
    expect(of('Z1')?.preset).toBe('fagaiju')
    expect(of('Z1')?.leads).toContain('M02')
    expect(of('D1')?.preset).toBe('zuzhibu')
    expect(of('Z2')?.duties).toEqual(expect.arrayContaining(['供地', '造林']))
  })

  it('is called by the usual short names too, unless another unit bears them', () => {
    const names = (code: string) => of(code)?.aliases.map((alias) => alias.name)
    expect(names('Z1')).toEqual(expect.arrayContaining(['发改局', '发改委']))
    expect(names('Z2')).not.toContain('发改局')
  })

  it('leaves a part of an office without the duties of the whole', () => {
    expect(of('S1')?.preset).toBeUndefined()
    expect(of('T1')?.duties).toEqual([])
    expect(units.at(-1)?.name).toBe('各乡镇（街道）')
  })

  it('reads with them', () => {
    const read = readDocument(
      '在推进会上的讲话\n同志们：\n要盘查闲置土地。由县重点项目中心牵头，县扶贫办配合，逐个会诊停工项目。柳树镇要完成征地。各镇、乡负责抓好秋播。',
      { units },
    )
    expect(read.matters.map((matter) => matter.units.lead[0] ?? matter.units.candidates[0]?.unit)).toEqual([
      '某山县自然资源局',
      '某山县重点项目服务中心',
      '某山县柳树镇人民政府',
      '各乡镇（街道）',
    ])
    expect(read.matters[1]?.units.support).toEqual(['某山县农业农村局'])
  })
})
