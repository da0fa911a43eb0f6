import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../field.ts'
import { conditionsOf, type GateCondition } from '../ladder.ts'
import { shareOf, sumOf } from './arithmetic.ts'
import { getLibrary } from './index.ts'

const compute = (library: string, field: string, values: Values) => getLibrary(library).fields[field]?.compute?.(values)

function condition(library: string, to: string, id: string, values: Values): GateCondition {
  const { ladder } = getLibrary(library)
  const found = ladder && conditionsOf(ladder, to, values).find((c) => c.id === id)
  if (!found) throw new Error(`${library}: no ${id} before ${to}`)
  return found
}
const asked = (library: string, to: string, values: Values): readonly string[] => {
  const { ladder } = getLibrary(library)
  return ladder ? conditionsOf(ladder, to, values).map((c) => c.id) : []
}
const wan = (n: number) => Math.round(n * 1_000_000)

describe('computed figures', () => {
  it('are exact at the county’s own size', () => {
    // 263.4 亿 beside 236.2 亿: doubles alone would lose the last places of the product.
    const values = {
      loans: wan(2_634_000),
      loansYearStart: wan(2_362_000),
      loansLastYear: wan(2_362_000),
      bad: wan(32_661),
    }
    expect(compute('credit-balances', 'added', values)).toBe(wan(272_000))
    expect(compute('credit-balances', 'yearOnYear', values)).toBe(115_157)
    expect(compute('credit-balances', 'badShare', values)).toBe(12_400)
  })

  it('are nothing where something is missing or the whole is nought', () => {
    expect(compute('credit-balances', 'added', { loans: 5 })).toBeNull()
    expect(compute('credit-balances', 'loansWithoutBills', { loans: 5 })).toBeNull()
    expect(compute('credit-balances', 'loanDepositRatio', { loans: 5, deposits: 0 })).toBeNull()
    expect(compute('risk-sharing-loans', 'days', { usedOn: '2026-03-01' })).toBeNull()
    expect(sumOf({}, ['a', 'b'])).toBeNull()
  })

  it('count days, add shares and tell places up from places down', () => {
    expect(compute('risk-sharing-loans', 'days', { usedOn: '2026-02-27', repaidOn: '2026-03-02' })).toBe(3)
    expect(compute('risk-sharing-loans', 'sharesTotal', { guarantorShare: 400_000, bankShare: 200_000 })).toBe(600_000)
    expect(compute('indicator-values', 'rankChange', { rankBefore: 6, rank: 4 })).toBe(2)
    expect(compute('indicator-values', 'overMean', { growth: 42_000, cityMean: 50_000 })).toBe(-8000)
    expect(compute('platforms', 'areaTotal', { areaOwn: 1500, areaShared: 3000 })).toBe(4500)
  })

  it('are the nearest step, whatever the part and the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 14 }),
        fc.integer({ min: 1_000_000, max: 10 ** 14 }),
        (part, whole) => {
          const share = shareOf(part, whole) ?? Number.NaN
          const twice = 2n * (BigInt(share) * BigInt(whole) - BigInt(part) * 1_000_000n)
          // Within half a step of part ÷ whole.
          expect(twice <= BigInt(whole) && twice >= -BigInt(whole)).toBe(true)
        },
      ),
    )
  })
})

describe('gates of finance', () => {
  it('ask a bank for a licence and a guarantee company for the province’s paper', () => {
    expect(asked('institutions', 'open', { type: '村镇银行' })).toContain('licence')
    expect(asked('institutions', 'open', { type: '融资担保公司' })).not.toContain('licence')
    expect(asked('institutions', 'preparing', { type: '融资担保公司' })).toContain('guarantee-approval')
  })

  it('hold a guarantee to the bank’s fifth', () => {
    const share = condition('guarantees', 'active', 'bank-share', { product: '直保' })
    expect(share.test?.({ bankShare: 200_000 })).toBe(true)
    expect(share.test?.({ bankShare: 199_999 })).toBe(false)
  })

  it('hold a bridge to what the bank promised, and a shared loss to the whole', () => {
    const promise = condition('risk-sharing-loans', 'approved', 'within-promise', { kind: '续贷过桥' })
    expect(promise.test?.({ amount: wan(950), promised: wan(1000) })).toBe(true)
    expect(promise.test?.({ amount: wan(950) })).toBe(false)
    const shares = condition('risk-sharing-loans', 'approved', 'shares', { kind: '政银担' })
    expect(shares.test?.({ sharesTotal: 1_000_000 })).toBe(true)
    expect(shares.test?.({ sharesTotal: 999_999 })).toBe(false)
    expect(asked('risk-sharing-loans', 'approved', { kind: '经营权抵押' })).toEqual(['consent'])
  })
})

describe('the gate of a 高企 (国科发火〔2016〕32号)', () => {
  const research = condition('technology-firms', 'assessed', 'research', {})

  it('asks 5, 4 and 3 in a hundred by last year’s revenue, bounds in the lower band', () => {
    expect(research.test?.({ revenue: wan(5000), researchShare: 50_000 })).toBe(true)
    expect(research.test?.({ revenue: wan(5000), researchShare: 49_999 })).toBe(false)
    expect(research.test?.({ revenue: wan(5000) + 1, researchShare: 40_000 })).toBe(true)
    expect(research.test?.({ revenue: wan(20_000), researchShare: 39_999 })).toBe(false)
    expect(research.test?.({ revenue: wan(20_000) + 1, researchShare: 30_000 })).toBe(true)
  })

  it('takes 71 and not 70', () => {
    const score = condition('technology-firms', 'assessed', 'score', {})
    expect(score.test?.({ selfScore: 70 })).toBe(false)
    expect(score.test?.({ selfScore: 71 })).toBe(true)
  })
})

describe('gates of livelihood works', () => {
  it('ask each kind for its own papers', () => {
    expect(asked('livelihood-works', 'accepted', { kind: '农村公路' })).toEqual(['road-acceptance'])
    expect(asked('livelihood-works', 'accepted', { kind: '农村危房改造' })).toEqual(['house-acceptance'])
    expect(asked('livelihood-works', 'building', { kind: '校舍维修改造' })).toContain('school-window')
    expect(asked('livelihood-works', 'building', { kind: '农村危房改造' })).not.toContain('quality')
  })

  it('do not call a finished work used before it was handed over and looked at again', () => {
    expect(asked('livelihood-works', 'used', { kind: '老旧小区改造' })).toEqual([
      'handed',
      'caretaker',
      'managed',
      'look-back',
    ])
    expect(asked('livelihood-works', 'used', { kind: '农村危房改造' })).toEqual(['paid-out', 'look-back'])
  })

  it('take two thirds of the residents', () => {
    const agreed = condition('livelihood-works', 'designed', 'agreed', { kind: '老旧小区改造' })
    expect(agreed.test?.({ agreeShare: 666_666 })).toBe(false)
    expect(agreed.test?.({ agreeShare: 666_667 })).toBe(true)
  })
})

describe('what is never kept', () => {
  it('has no field: identity numbers beside loans, households by name', () => {
    for (const id of ['micro-credits', 'guarantees', 'risk-sharing-loans', 'farms', 'villages'])
      expect(Object.values(getLibrary(id).fields).map((f) => f.kind)).not.toContain('idNumber')
    expect(Object.values(getLibrary('micro-credits').fields).map((f) => f.kind)).not.toContain('person')
  })
})
