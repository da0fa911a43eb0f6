import { describe, expect, it } from 'vitest'
import { presetOf, presets } from './presets.ts'

describe('presets', () => {
  it('knows each of its own addresses again', () => {
    for (const preset of presets) expect(presetOf({ ...preset.filter, text: '项目' })).toBe(preset.value)
  })
  it('is silent about others', () => {
    expect(presetOf({ state: 'standing' })).toBeNull()
  })
})
