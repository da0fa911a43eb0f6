import { lazy, type ReactNode, Suspense } from 'react'
import { Choice, Choices, YesNo } from './Choice.tsx'
import { Days } from './Days.tsx'
import { Files } from './Files.tsx'
import { Leader, Unit } from './Ids.tsx'
import { LongText } from './LongText.tsx'
import { Reference } from './Reference.tsx'
import { Secret } from './Secret.tsx'
import { Typed } from './Typed.tsx'
import type { WidgetProps } from './widget.ts'
import './widgets.css'

const IndustryTree = lazy(() => import('./IndustryTree.tsx').then((m) => ({ default: m.IndustryTree })))
const DivisionTree = lazy(() => import('./DivisionTree.tsx').then((m) => ({ default: m.DivisionTree })))

const widgets: Readonly<Record<string, (props: WidgetProps) => ReactNode>> = {
  'long-text': LongText,
  polygon: LongText,
  date: Days,
  month: Days,
  switch: YesNo,
  choice: Choice,
  choices: Choices,
  unit: Unit,
  leader: Leader,
  reference: Reference,
  secret: Secret,
  files: Files,
}

/** The input for a field: each widget is one small file; whatever is read from one text is typed. */
export function FieldWidget(props: WidgetProps): ReactNode {
  const { widget, kind } = props.field.shape
  if (kind === 'industry' || kind === 'division') {
    const Tree = kind === 'industry' ? IndustryTree : DivisionTree
    return (
      <Suspense fallback={<div className="widget-wait" aria-hidden="true" />}>
        <Tree {...props} />
      </Suspense>
    )
  }
  const Widget = (Object.hasOwn(widgets, widget) ? widgets[widget] : undefined) ?? Typed
  return <Widget {...props} />
}
