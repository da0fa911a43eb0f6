import type { Light as LightName } from '@yipanqi/model/words.ts'
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import { Light } from '../../ui/Light.tsx'
import { severity } from './marks.ts'

interface Mark {
  top: number
  light: LightName
}

/** Where each marked sentence begins, measured after layout; one mark a line, the worst. */
function measure(sheet: HTMLElement, lights: ReadonlyMap<number, LightName>): Mark[] {
  if (lights.size === 0) return []
  const base = sheet.getBoundingClientRect().top
  const seen = new Set<number>()
  const lines = new Map<number, Mark>()
  for (const span of sheet.querySelectorAll<HTMLElement>('[data-start]')) {
    const start = Number(span.dataset['start'])
    const light = lights.get(start)
    const box = span.getClientRects()[0]
    if (!light || !box || seen.has(start)) continue
    seen.add(start)
    const top = Math.round(box.top - base + box.height / 2)
    const line = Math.round(top / 12)
    const old = lines.get(line)
    if (!old || severity.indexOf(light) < severity.indexOf(old.light)) lines.set(line, { top, light })
  }
  return [...lines.values()]
}

interface Props {
  sheet: RefObject<HTMLElement | null>
  /** Light of each marked sentence by its start. */
  lights: ReadonlyMap<number, LightName>
}

/** 灯 in the margin, beside the line where the sentence begins. */
export function Gutter({ sheet, lights }: Props): ReactNode {
  const [marks, setMarks] = useState<Mark[]>([])
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return
    const update = (): void => setMarks(measure(element, lights))
    update()
    const watch = new ResizeObserver(update)
    watch.observe(element)
    return () => watch.disconnect()
  }, [sheet, lights])
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
