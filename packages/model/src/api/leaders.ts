import { z } from 'zod'
import { id, isoDate, unitRef, version } from './common.ts'

const name = z.string().trim().min(2, '写姓名').max(30)
const post = z.string().trim().min(2, '写职务').max(60).meta({ description: '县委书记、常务副县长等' })
const portfolio = z.string().trim().max(400).meta({ description: '分管的工作，照分工文件写' })
const units = z.array(id).max(100).meta({ description: '分管的单位' })
const position = z.number().int().min(0).max(1000).meta({ description: '排名，小的在前' })
const basis = z.string().trim().min(2, '写明分工文件的文号').max(200)

/** What a leader was in charge of until a day. */
export const leaderTerm = z.object({
  post: z.string(),
  portfolio: z.string(),
  units: z.array(unitRef),
  until: isoDate,
  basis: z.string(),
})
export const leaderFull = z
  .object({
    id,
    name: z.string(),
    post: z.string(),
    portfolio: z.string(),
    units: z.array(unitRef),
    position: z.number().int(),
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    past: z.array(leaderTerm),
    /** Matters in force with this leader as 牵头县领导. */
    open: z.number().int(),
    version,
  })
  .meta({ id: 'LeaderFull', description: '县领导及分工，含以前的分工' })
export const leaderDirectory = z.object({ items: z.array(leaderFull) }).meta({ id: 'LeaderDirectory' })

export const addLeader = z
  .object({
    name,
    post,
    portfolio: portfolio.default(''),
    units: units.default([]),
    position: position.optional(),
    validFrom: isoDate,
  })
  .meta({ id: 'AddLeader' })
export const changeLeader = z
  .object({ version, effectiveOn: isoDate, basis, post, portfolio, units, position })
  .meta({ id: 'ChangeLeader', description: '调整分工：从这天起；以前的分工留着' })
export const leaderLeaves = z
  .object({ version, lastDay: isoDate.meta({ description: '在任的最后一天' }) })
  .meta({ id: 'LeaderLeaves', description: '离任；名下没有办完的事项要另定牵头县领导' })

export type LeaderFull = z.infer<typeof leaderFull>
export type LeaderDirectory = z.infer<typeof leaderDirectory>
