import type { Light as LightName } from '@yipanqi/model/words.ts'
import { lights } from '@yipanqi/model/words.ts'
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import { Light } from '../../ui/Light.tsx'
import { type MarkKind, severity } from './marks.ts'

interface Mark {
  top: number
  light: LightName
}

const isLight = (mark: string): mark is LightName => (lights as readonly string[]).includes(mark)

/** Where each marked sentence begins, measured after layout; one mark a line, the worst. */
function measure(sheet: HTMLElement): Mark[] {
  const base = sheet.getBoundingClientRect().top
  const seen = new Set<string>()
  const lines = new Map<number, Mark>()
  for (const span of sheet.querySelectorAll<HTMLElement>('[data-mark]')) {
    const { start = '', mark = '' } = span.dataset
    if (seen.has(start) || !isLight(mark)) continue
    seen.add(start)
    const box = span.getClientRects()[0]
    if (!box) continue
    const top = Math.round(box.top - base + box.height / 2)
    const line = Math.round(top / 12)
    const old = lines.get(line)
    const rank = (m: MarkKind): number => severity.indexOf(m)
    if (!old || rank(mark) < rank(old.light)) lines.set(line, { top, light: mark })
  }
  return [...lines.values()]
}

/** 灯 in the margin, beside the line where the sentence begins. */
export function Gutter({ sheet, version }: { sheet: RefObject<HTMLElement | null>; version: unknown }): ReactNode {
  const [marks, setMarks] = useState<Mark[]>([])
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const update = (): void => setMarks(measure(element))
    update()
    const watch = new ResizeObserver(update)
    watch.observe(element)
    return () => watch.disconnect()
  }, [sheet, version])
  return (
    <div className="gutter no-print" aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark.top} style={{ top: mark.top }}>
          <Light light={mark.light} silent />
        </span>
      ))}
    </div>
  )
}
