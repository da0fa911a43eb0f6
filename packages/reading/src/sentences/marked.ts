import type { Piece } from '../outline/build-outline.ts'
import { type Judged, STATED_WHY, UNIT_MARK_WHY } from './roles.ts'

/**
 * What stands under a mark of responsible units is asked of them, however it is worded: statements of the same
 * paragraph become obligations. Entitlements stay what they are.
 */
export function obligeMarked(pieces: readonly Piece[], judged: readonly Judged[]): Judged[] {
  const result = [...judged]
  for (const [index, verdict] of judged.entries()) {
    if (verdict.why !== UNIT_MARK_WHY) continue
    for (let at = index - 1; at >= 0; at--) {
      const before = judged[at] as Judged
      const here = pieces[at]?.paragraph === pieces[index]?.paragraph
      if (!here || before.role === 'heading' || before.why === UNIT_MARK_WHY) break
      if (before.why === STATED_WHY) result[at] = { ...before, role: 'obligation', why: '标注了责任单位的措施' }
    }
  }
  return result
}
