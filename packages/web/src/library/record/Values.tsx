import { type ReactNode, useState } from 'react'
import { useMe } from '../../session/me.ts'
import type { RecordAnswer } from '../api.ts'
import type { RecordAt } from '../shapes.ts'
import { fullText } from '../fields/shown.ts'
import { cellText, type FieldView, type LibraryView, type NameOf } from '../fields/view.ts'
import { Secret } from './SecretValue.tsx'
import { sectionsOf } from './sections.ts'
import { Link } from '@tanstack/react-router'

interface Props {
  library: LibraryView
  record: RecordAnswer
  /** As it stood on an earlier day: what differs from now is marked. */
  past: RecordAt | null
  nameOf: NameOf
  mayReveal: boolean
  heading: 'h2' | 'h3'
}

/** All that is known of a record, section by section; what is not filled in is told in one line at the end. */
export function Values({ library, record, past, nameOf, mayReveal, heading: Heading }: Props): ReactNode {
  const { today } = useMe()
  const [all, setAll] = useState(false)
  const { values } = past ?? record
  const filled = (f: FieldView): boolean => !isNothing(values[f.name]) || differs(f)
  const differs = (f: FieldView): boolean =>
    past !== null && JSON.stringify(past.values[f.name] ?? null) !== JSON.stringify(record.values[f.name] ?? null)
  const own = library.fields.filter((f) => f.name !== library.title.name)
  const shown = all ? own : own.filter(filled)
  const missing = own.filter((f) => !filled(f))
  return (
    <>
      {sectionsOf(library, shown).map((section) => (
        <section key={section.name}>
          <Heading className="record-sub">{section.name}</Heading>
          <dl className="facts record-facts">
            {section.fields.map((field) => (
              <div key={field.name} className={wide(field) ? 'fact fact-wide' : 'fact'}>
                <dt>{field.label}</dt>
                <dd className={differs(field) ? 'record-differs' : undefined}>
                  <Shown
                    library={library}
                    record={record}
                    value={values[field.name]}
                    field={field}
                    nameOf={nameOf}
                    mayReveal={mayReveal}
                  />
                  {differs(field) && (
                    <span className="mute small">
                      {' '}
                      现在：{fullText(field, record.values[field.name], nameOf, today) || '空'}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {missing.length > 0 && (
        <p className="mute small record-missing">
          {all ? (
            <button type="button" className="link" onClick={() => setAll(false)}>
              收起没有填的栏目
            </button>
          ) : (
            <>
              还有 {missing.length} 栏没有填：
              {missing
                .slice(0, 6)
                .map((f) => f.label)
                .join('、')}
              {missing.length > 6 && '等'}{' '}
              <button type="button" className="link no-print" onClick={() => setAll(true)}>
                全部列出
              </button>
            </>
          )}
        </p>
      )}
    </>
  )
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''
const wide = (field: FieldView): boolean => ['long-text', 'files'].includes(field.shape.widget)

function Shown({
  library,
  record,
  value,
  field,
  nameOf,
  mayReveal,
}: Omit<Props, 'past' | 'heading'> & { value: unknown; field: FieldView }): ReactNode {
  const { today } = useMe()
  if (isNothing(value)) return <span className="mute">没有填</span>
  if (field.shape.sealed === 'masked') {
    return <Secret library={library} record={record} field={field} masked={String(value)} mayReveal={mayReveal} />
  }
  if (field.shape.kind === 'files' && Array.isArray(value)) {
    return (
      <ul>
        {value.map((file: number) => (
          <li key={file}>
            <a href={`/api/v1/files/${file}`} download>
              {nameOf('files', file) ?? `附件 ${file}`}
            </a>
          </li>
        ))}
      </ul>
    )
  }
  if (field.shape.kind === 'reference' && typeof value === 'number' && field.shape.target) {
    return (
      <Link to="/libraries/$library/$id" params={{ library: field.shape.target, id: String(value) }}>
        {cellText(field, value, nameOf)}
      </Link>
    )
  }
  if (field.shape.kind === 'longText') return <span className="record-long">{String(value)}</span>
  return fullText(field, value, nameOf, today)
}
